package io.github.memdump.array;

import java.util.ArrayList;

/**
 * A growable list of {@code int} in chunks of 65,536: it grows without copying, so that filling it with tens of
 * millions of values never needs room for them twice. Not thread-safe while it is being filled.
 */
public final class IntChunks {
    private static final int SHIFT = 16;
    private static final int MASK = (1 << SHIFT) - 1;

    private final ArrayList<int[]> chunks = new ArrayList<>();
    private int[] last = {};
    private int used;
    private int size;

    /** Appends a value; constant time. */
    public void add(int value) {
        if (used == last.length) {
            last = new int[1 << SHIFT];
            chunks.add(last);
            used = 0;
        }
        last[used++] = value;
        size++;
    }

    /** Returns the value at {@code index}, which must be below {@link #size}. */
    public int get(int index) {
        return chunks.get(index >>> SHIFT)[index & MASK];
    }

    /** Replaces the value at {@code index}, which must be below {@link #size}. */
    public void set(int index, int value) {
        chunks.get(index >>> SHIFT)[index & MASK] = value;
    }

    /** Returns how many values there are. */
    public int size() {
        return size;
    }
}
