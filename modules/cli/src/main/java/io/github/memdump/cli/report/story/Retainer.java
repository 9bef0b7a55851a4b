package io.github.memdump.cli.report.story;

import java.util.List;

/** An object and what would be freed with it. Immutable. */
public final class Retainer {
    private final String name;
    private final String identity;
    private final List<String> chain;
    private final long objects;
    private final long bytes;

    Retainer(String name, String identity, List<String> chain, long objects, long bytes) {
        this.name = name;
        this.identity = identity;
        this.chain = List.copyOf(chain);
        this.objects = objects;
        this.bytes = bytes;
    }

    /** Returns what the object is called. */
    public String name() {
        return name;
    }

    /** Returns its identity. */
    public String identity() {
        return identity;
    }

    /** Returns the names on the path from a root to it, its own last. */
    public List<String> chain() {
        return chain;
    }

    /** Returns how many objects would be freed with it, itself included. */
    public long objects() {
        return objects;
    }

    /** Returns how many bytes would be freed with it, its own included. */
    public long bytes() {
        return bytes;
    }
}
