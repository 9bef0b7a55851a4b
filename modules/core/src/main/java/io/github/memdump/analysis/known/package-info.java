/** Known leaks of Ruby and its libraries, a rule each: what suspects look like them. */
package io.github.memdump.analysis.known;
