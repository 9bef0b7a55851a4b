package io.github.memdump.array;

import java.util.Arrays;

/**
 * A stack of ints that grows by half, so that a walk pays for the depth it meets and not for the whole graph: 4 to 6
 * bytes a value. Not thread-safe.
 */
public final class IntStack {
    private static final int SMALLEST = 256;
    /** The longest array that every Java makes. */
    private static final int MOST = Integer.MAX_VALUE - 8;

    private int[] values = new int[SMALLEST];
    private int size;

    /** Returns whether there is nothing on it. */
    public boolean isEmpty() {
        return size == 0;
    }

    /** Returns how many values are on it. */
    public int size() {
        return size;
    }

    /** Puts a value on top. */
    public void push(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, (int) Math.min(MOST, size + (size >> 1) + 1L));
        }
        values[size++] = value;
    }

    /** Takes the topmost value off and returns it. */
    public int pop() {
        return values[--size];
    }

    /** Returns the topmost value. */
    public int peek() {
        return values[size - 1];
    }

    /** Replaces the topmost value. */
    public void replace(int value) {
        values[size - 1] = value;
    }

    /** Returns the value at a height, 0 being the bottom. */
    public int get(int height) {
        return values[height];
    }

    /** Takes everything off; the room is kept. */
    public void clear() {
        size = 0;
    }

    /** Returns a copy of the values, the bottom first. */
    public int[] toArray() {
        return Arrays.copyOf(values, size);
    }
}
