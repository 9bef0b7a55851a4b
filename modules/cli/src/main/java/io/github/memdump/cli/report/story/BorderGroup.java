package io.github.memdump.cli.report.story;

/**
 * New border objects of one class at one kind of path, told together. Immutable.
 *
 * @param name what the objects are called
 * @param objects how many objects are told together here
 * @param leastKeepAlive the smallest keepalive_new_count among them
 * @param mostKeepAlive the largest keepalive_new_count among them
 * @param newObjects how many new objects hang on them, themselves included; each is counted once
 * @param newBytes the sum of the sizes of these new objects in bytes
 * @param site the site where most of them were allocated
 * @param holder the id of an object that holds them, {@link io.github.memdump.heap.Heap#NO_OBJECT} where none is known
 * @param holders how many objects hold them, at paths of equal names
 */
public record BorderGroup(String name, int objects, long leastKeepAlive, long mostKeepAlive, long newObjects,
    long newBytes, int site, int holder, int holders) {
}
