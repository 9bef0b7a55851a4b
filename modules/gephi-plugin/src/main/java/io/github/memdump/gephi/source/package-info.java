/** The source of the program that was dumped: where it lies here, and how a line of it opens in an editor. */
package io.github.memdump.gephi.source;
