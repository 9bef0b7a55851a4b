/** Where people write which objects they mean: an address, what an object is called, a class, or a selection. */
package io.github.memdump.gephi.subject;
