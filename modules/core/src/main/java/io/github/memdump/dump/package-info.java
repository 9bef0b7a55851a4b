/**
 * The file format of {@code ObjectSpace.dump_all}: finding the lines, reading the records, counting what is damaged.
 * Nothing here knows of object ids or graphs; records leave this package as {@link RecordBlock}s in file order.
 */
package io.github.memdump.dump;
