package io.github.memdump.cli.report.story;

import java.util.List;

/**
 * New border objects of one class at one kind of path, told together. Immutable.
 *
 * @param name what the objects are called
 * @param objects how many objects are told together here
 * @param leastKeepAlive the smallest keepalive_new_count among them
 * @param mostKeepAlive the largest keepalive_new_count among them
 * @param newObjects how many new objects hang on them, themselves included; each is counted once
 * @param newBytes the sum of the sizes of these new objects in bytes
 * @param site where most of them were allocated, {@code file:line}; empty where it is not known
 * @param chain the names on the path from a root to the old object that holds them
 */
public record BorderGroup(String name, int objects, long leastKeepAlive, long mostKeepAlive, long newObjects,
    long newBytes, String site, List<String> chain) {
    /** Copies what could change. */
    public BorderGroup {
        chain = List.copyOf(chain);
    }
}
