package io.github.memdump.array;

import java.util.ArrayList;

/**
 * A growable list of {@code long} in chunks of 65,536: it grows without copying, so that filling it with tens of
 * millions of values never needs room for them twice. Not thread-safe while it is being filled.
 */
public final class LongChunks {
    private static final int SHIFT = 16;
    private static final int MASK = (1 << SHIFT) - 1;

    private final ArrayList<long[]> chunks = new ArrayList<>();
    private long[] last = {};
    private int used;
    private int size;

    /** Appends a value; constant time. */
    public void add(long value) {
        if (used == last.length) {
            last = new long[1 << SHIFT];
            chunks.add(last);
            used = 0;
        }
        last[used++] = value;
        size++;
    }

    /** Returns the value at {@code index}, which must be below {@link #size}. */
    public long get(int index) {
        return chunks.get(index >>> SHIFT)[index & MASK];
    }

    /** Replaces the value at {@code index}, which must be below {@link #size}. */
    public void set(int index, long value) {
        chunks.get(index >>> SHIFT)[index & MASK] = value;
    }

    /** Returns how many values there are. */
    public int size() {
        return size;
    }
}
