/**
 * memdump's operations: a {@link io.github.memdump.subset.HeapSubset} is what memdump calls a MemoryDump, some objects
 * of a heap and (possibly rewritten) references among them. Every operation returns another subset or a list.
 */
package io.github.memdump.subset;
