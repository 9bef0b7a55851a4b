package io.github.memdump.view.choice;

import java.util.Arrays;

/**
 * Objects that may be chosen next, each with the one that led to it: what retains most comes first, then the smaller
 * id. A binary heap of primitives, 16 bytes per candidate. Not thread-safe.
 */
public final class CandidateQueue {
    private long[] keys = new long[256];
    private int[] objects = new int[256];
    private int[] parents = new int[256];
    private int size;

    public boolean isEmpty() {
        return size == 0;
    }

    /** Returns the key of the first candidate; the queue must not be empty. */
    long key() {
        return keys[0];
    }

    public int object() {
        return objects[0];
    }

    public int parent() {
        return parents[0];
    }

    public void add(long key, int object, int parent) {
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, size * 2);
            objects = Arrays.copyOf(objects, size * 2);
            parents = Arrays.copyOf(parents, size * 2);
        }
        int hole = size++;
        while (hole > 0 && before(key, object, (hole - 1) / 2)) {
            move((hole - 1) / 2, hole);
            hole = (hole - 1) / 2;
        }
        put(hole, key, object, parent);
    }

    /** Drops the first candidate. */
    public void remove() {
        size--;
        long key = keys[size];
        int object = objects[size];
        int parent = parents[size];
        int hole = 0;
        for (int child = 1; child < size; child = 2 * hole + 1) {
            if (child + 1 < size && before(keys[child + 1], objects[child + 1], child)) {
                child++;
            }
            if (!before(keys[child], objects[child], key, object)) {
                break;
            }
            move(child, hole);
            hole = child;
        }
        put(hole, key, object, parent);
    }

    private boolean before(long key, int object, int place) {
        return before(key, object, keys[place], objects[place]);
    }

    private static boolean before(long key, int object, long otherKey, int otherObject) {
        return key > otherKey || (key == otherKey && object < otherObject);
    }

    private void move(int from, int to) {
        put(to, keys[from], objects[from], parents[from]);
    }

    private void put(int place, long key, int object, int parent) {
        keys[place] = key;
        objects[place] = object;
        parents[place] = parent;
    }
}
