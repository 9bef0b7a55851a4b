package io.github.memdump.graph;

import java.util.Arrays;

/** A stack of ints that grows by half, so that a walk pays for the depth it meets and not for the whole graph. */
final class IntStack {
    private static final int SMALLEST = 256;

    private int[] values = new int[SMALLEST];
    private int size;

    boolean isEmpty() {
        return size == 0;
    }

    int size() {
        return size;
    }

    void push(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, (int) Math.min(Graph.MAX_EDGES, size + (size >> 1) + 1L));
        }
        values[size++] = value;
    }

    int pop() {
        return values[--size];
    }

    int peek() {
        return values[size - 1];
    }

    /** Replaces the topmost value. */
    void replace(int value) {
        values[size - 1] = value;
    }

    /** Returns the value at a height, 0 being the bottom. */
    int get(int height) {
        return values[height];
    }

    void clear() {
        size = 0;
    }

    int[] toArray() {
        return Arrays.copyOf(values, size);
    }
}
