/** Algorithms over graphs of plain int nodes: nothing here knows of heaps, dumps or Ruby. */
package io.github.memdump.graph;
