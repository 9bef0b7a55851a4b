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

    /** Copies the values from {@code from} on into an array; they must all be there. */
    public void copy(int from, int[] into, int at, int length) {
        int copied = 0;
        while (copied < length) {
            int index = from + copied;
            int step = Math.min(length - copied, MASK + 1 - (index & MASK));
            System.arraycopy(chunks.get(index >>> SHIFT), index & MASK, into, at + copied, step);
            copied += step;
        }
    }

    /** Drops all values and their memory. */
    public void clear() {
        chunks.clear();
        last = new int[0];
        used = 0;
        size = 0;
    }

    /** Returns how many values there are. */
    public int size() {
        return size;
    }
}
