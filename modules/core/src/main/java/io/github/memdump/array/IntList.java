package io.github.memdump.array;

import java.util.Arrays;

/** A growable list of {@code int}, one array that doubles; for lists of modest size. Not thread-safe. */
public final class IntList {
    private int[] values = new int[16];
    private int size;

    /** Appends a value; amortised constant time. */
    public void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, grown(size));
        }
        values[size++] = value;
    }

    /** Returns the value at {@code index}, which must be below {@link #size}. */
    public int get(int index) {
        return values[index];
    }

    /** Replaces the value at {@code index}. */
    public void set(int index, int value) {
        values[index] = value;
    }

    /** Returns how many values there are. */
    public int size() {
        return size;
    }

    /** Drops every value from {@code newSize} on; keeps the memory. */
    public void truncate(int newSize) {
        size = newSize;
    }

    /** Returns the values as an array of their own. */
    public int[] toArray() {
        return Arrays.copyOf(values, size);
    }

    private static int grown(int size) {
        return (int) Math.min(Integer.MAX_VALUE - 16, size * 2L);
    }
}
