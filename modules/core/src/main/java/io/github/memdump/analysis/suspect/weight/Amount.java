package io.github.memdump.analysis.suspect.weight;

import io.github.memdump.array.Saturating;

/** A number of objects and the sum of their sizes. Immutable. */
public final class Amount {
    /** Nothing. */
    public static final Amount NONE = new Amount(0, 0);

    private final long count;
    private final long size;

    public Amount(long count, long size) {
        this.count = count;
        this.size = size;
    }

    /** Returns the number of objects. */
    public long count() {
        return count;
    }

    /** Returns the sum of their sizes in bytes. */
    public long size() {
        return size;
    }

    public Amount plus(Amount other) {
        return new Amount(count + other.count, Saturating.sum(size, other.size));
    }

    public Amount minus(Amount other) {
        return new Amount(count - other.count, size - other.size);
    }

    /** Returns the larger of the two shares of a whole, by objects and by bytes, from 0 to 1. */
    public double shareOf(Amount whole) {
        return Math.max(whole.count == 0 ? 0 : (double) count / whole.count,
            whole.size == 0 ? 0 : (double) size / whole.size);
    }
}
