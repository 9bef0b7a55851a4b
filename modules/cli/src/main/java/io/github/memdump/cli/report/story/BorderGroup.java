package io.github.memdump.cli.report.story;

import java.util.List;

/** New border objects of one class at one kind of path, told together. Immutable. */
public final class BorderGroup {
    private final String name;
    private final int objects;
    private final long leastKeepAlive;
    private final long mostKeepAlive;
    private final long newObjects;
    private final long newBytes;
    private final String site;
    private final List<String> chain;

    BorderGroup(String name, int objects, long leastKeepAlive, long mostKeepAlive, long newObjects,
        long newBytes, String site, List<String> chain) {
        this.name = name;
        this.objects = objects;
        this.leastKeepAlive = leastKeepAlive;
        this.mostKeepAlive = mostKeepAlive;
        this.newObjects = newObjects;
        this.newBytes = newBytes;
        this.site = site;
        this.chain = List.copyOf(chain);
    }

    /** Returns what the objects are called. */
    public String name() {
        return name;
    }

    /** Returns how many objects are told together here. */
    public int objects() {
        return objects;
    }

    /** Returns the smallest keepalive_new_count among them. */
    public long leastKeepAlive() {
        return leastKeepAlive;
    }

    /** Returns the largest keepalive_new_count among them. */
    public long mostKeepAlive() {
        return mostKeepAlive;
    }

    /** Returns how many new objects hang on them, themselves included; each is counted once. */
    public long newObjects() {
        return newObjects;
    }

    /** Returns the sum of the sizes of these new objects in bytes. */
    public long newBytes() {
        return newBytes;
    }

    /** Returns where most of them were allocated, {@code file:line}; empty where it is not known. */
    public String site() {
        return site;
    }

    /** Returns the names on the path from a root to the old object that holds them. */
    public List<String> chain() {
        return chain;
    }
}
