/**
 * The heap in memory: objects as ints, their columns in primitive arrays, their references in compressed rows, and how
 * all this is built from a dump.
 */
package io.github.memdump.heap;
