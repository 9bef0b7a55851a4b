/** How many objects of a heap share a class, a site or the like, counted for all of these at once. */
package io.github.memdump.heap.tally;
