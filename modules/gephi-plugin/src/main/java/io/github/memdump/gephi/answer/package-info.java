/** Answers of the engine as windows: the tables that the command prints, with rows that act on the heap. */
package io.github.memdump.gephi.answer;
