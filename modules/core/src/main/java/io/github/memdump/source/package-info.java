/** The source of the program that was dumped, where it is at hand. */
package io.github.memdump.source;
