package io.github.memdump.testing;

import java.util.Objects;

/** How many objects fall under one key, and how many bytes they take. */
public final class HistogramRow {
    private final String key;
    private final long count;
    private final long memsize;

    /** A row with its figures. */
    public HistogramRow(String key, long count, long memsize) {
        this.key = key;
        this.count = count;
        this.memsize = memsize;
    }

    /** Returns what the objects have in common: a class name, a type. */
    public String key() {
        return key;
    }

    /** Returns how many objects there are. */
    public long count() {
        return count;
    }

    /** Returns the sum of their memsize in bytes. */
    public long memsize() {
        return memsize;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HistogramRow && toString().equals(other.toString());
    }

    @Override
    public int hashCode() {
        return Objects.hash(key, count, memsize);
    }

    @Override
    public String toString() {
        return key + " " + count + " " + memsize;
    }
}
