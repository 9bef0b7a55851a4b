/** Memory that the program does not use: garbage, pages with free slots, references to nothing. */
package io.github.memdump.analysis.unused;
