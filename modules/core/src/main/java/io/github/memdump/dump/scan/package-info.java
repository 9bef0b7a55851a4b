/**
 * How the bytes of a dump are cut: lines, where records begin, keys, addresses, numbers, texts, and the fields of what
 * is damaged. Knows no records as a whole, no files, no threads; {@link io.github.memdump.dump} reads records by it.
 */
package io.github.memdump.dump.scan;
