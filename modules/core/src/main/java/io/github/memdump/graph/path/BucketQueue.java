package io.github.memdump.graph.path;

import java.util.Arrays;

/**
 * Gives out ints by ascending key, for keys that never fall below the one given out last: a list for each key (Dial:
 * Algorithm 360, 1969). Every call is constant time but for the growth of the arrays and one step per key passed over;
 * 8 bytes per value held at once and 4 per key.
 */
final class BucketQueue {
    private static final int NONE = -1;

    private int[] heads = new int[64];
    private int[] values = new int[256];
    private int[] nexts = new int[256];
    private int entries;
    private int free = NONE;
    private int size;
    private int lowest;

    BucketQueue() {
        Arrays.fill(heads, NONE);
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Returns the smallest key in the queue, which must not be empty. */
    int lowestKey() {
        while (heads[lowest] == NONE) {
            lowest++;
        }
        return lowest;
    }

    void add(int key, int value) {
        if (key >= heads.length) {
            int length = heads.length;
            heads = Arrays.copyOf(heads, Math.max(key + 1, length + (length >> 1)));
            Arrays.fill(heads, length, heads.length, NONE);
        }
        int entry = free;
        if (entry == NONE) {
            entry = entries++;
            if (entry == values.length) {
                values = Arrays.copyOf(values, entry + (entry >> 1));
                nexts = Arrays.copyOf(nexts, values.length);
            }
        } else {
            free = nexts[entry];
        }
        values[entry] = value;
        nexts[entry] = heads[key];
        heads[key] = entry;
        size++;
    }

    /** Takes out a value of the smallest key. */
    int removeLowest() {
        int key = lowestKey();
        int entry = heads[key];
        heads[key] = nexts[entry];
        nexts[entry] = free;
        free = entry;
        size--;
        return values[entry];
    }

    /** Forgets everything and begins at key 0 again. */
    void clear() {
        Arrays.fill(heads, NONE);
        entries = 0;
        free = NONE;
        size = 0;
        lowest = 0;
    }
}
