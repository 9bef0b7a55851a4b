package io.github.memdump.cli.report.story;

import java.util.List;

/** Old objects of one kind at one kind of path, and the new objects that hang on them. Immutable. */
public final class Holder {
    /** Stands for what was not counted: only for the holders that come first it is. */
    public static final long NOT_COUNTED = -1;

    private final List<String> chain;
    private final int objects;
    private final String identity;
    private final long newObjects;
    private final long newBytes;
    private final long kept;
    private final List<String> heldNames;

    Holder(List<String> chain, int objects, String identity, long newObjects, long newBytes, long kept,
        List<String> heldNames) {
        this.chain = List.copyOf(chain);
        this.objects = objects;
        this.identity = identity;
        this.newObjects = newObjects;
        this.newBytes = newBytes;
        this.kept = kept;
        this.heldNames = List.copyOf(heldNames);
    }

    /** Returns the names on the path from a root, the holder last. */
    public List<String> chain() {
        return chain;
    }

    /** Returns how many objects are told together here. */
    public int objects() {
        return objects;
    }

    /** Returns the identity of the one of them on which most hangs. */
    public String identity() {
        return identity;
    }

    /** Returns how many new objects hang on them. */
    public long newObjects() {
        return newObjects;
    }

    /** Returns the sum of the sizes of these new objects in bytes. */
    public long newBytes() {
        return newBytes;
    }

    /**
     * Returns how many new objects they keep alive: all that is reachable from them without leaving the new ones; or
     * {@link #NOT_COUNTED}.
     */
    public long kept() {
        return kept;
    }

    /** Returns this holder with what it keeps alive. */
    Holder keeping(long alive) {
        return new Holder(chain, objects, identity, newObjects, newBytes, alive, heldNames);
    }

    /** Returns what they refer to, the most frequent first: "Leak::Session ×600". */
    public List<String> heldNames() {
        return heldNames;
    }
}
