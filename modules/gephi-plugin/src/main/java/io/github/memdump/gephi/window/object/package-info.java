/** The object inspector: one object of the heap, what it holds, what holds it, and how the graph names it. */
package io.github.memdump.gephi.window.object;
