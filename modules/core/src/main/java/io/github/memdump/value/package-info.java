/** What the heap does not keep: the values of objects and all fields of their records, read from the dump on demand. */
package io.github.memdump.value;
