package io.github.memdump.analysis.collection;

/** A collection that takes more memory than its contents need. Immutable; about 60 bytes. */
public final class WastefulCollection {
    /** The number that stands for a length or capacity that is not known. */
    public static final long UNKNOWN = -1;

    private final int object;
    private final CollectionKind kind;
    private final Waste waste;
    private final long length;
    private final long capacity;
    private final long saved;

    WastefulCollection(int object, CollectionKind kind, Waste waste, long length, long capacity, long saved) {
        this.object = object;
        this.kind = kind;
        this.waste = waste;
        this.length = length;
        this.capacity = capacity;
        this.saved = saved;
    }

    /** Returns the object: of a set that keeps its elements in a hash, the set. */
    public int object() {
        return object;
    }

    /** Returns what it is. */
    public CollectionKind kind() {
        return kind;
    }

    /** Returns in which way it wastes memory. */
    public Waste waste() {
        return waste;
    }

    /** Returns how many elements, pairs or bytes are in it. */
    public long length() {
        return length;
    }

    /** Returns how many elements, pairs or bytes it has room for, or {@link #UNKNOWN}. */
    public long capacity() {
        return capacity;
    }

    /** Returns the bytes that would be saved, as {@link Waste} says. */
    public long saved() {
        return saved;
    }
}
