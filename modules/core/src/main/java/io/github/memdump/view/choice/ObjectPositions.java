package io.github.memdump.view.choice;

import java.util.Arrays;

/**
 * Finds the position of an object in a list of some objects of a heap: open addressing, about 16 bytes per listed
 * object whatever the size of the heap. Not thread-safe while objects are added.
 */
public final class ObjectPositions {
    /** What {@link #of} returns for an object that is not listed. */
    static final int NONE = -1;

    private int[] objects = new int[64];
    private int[] positions = new int[64];
    private int size;

    public ObjectPositions() {
        Arrays.fill(objects, NONE);
    }

    /** Lists an object that is not listed yet; its position is the number of those before it. */
    public void add(int object) {
        if (size * 2 >= objects.length) {
            grow();
        }
        int slot = slot(object);
        objects[slot] = object;
        positions[slot] = size++;
    }

    /** Returns the position of an object, or {@link #NONE}. */
    public int of(int object) {
        int slot = slot(object);
        return objects[slot] == NONE ? NONE : positions[slot];
    }

    public boolean contains(int object) {
        return of(object) != NONE;
    }

    private int slot(int object) {
        int mask = objects.length - 1;
        int slot = ((object * 0x9E3779B9) >>> 7) & mask;
        while (objects[slot] != NONE && objects[slot] != object) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        int[] oldObjects = objects;
        int[] oldPositions = positions;
        objects = new int[oldObjects.length * 2];
        positions = new int[objects.length];
        Arrays.fill(objects, NONE);
        for (int i = 0; i < oldObjects.length; i++) {
            if (oldObjects[i] != NONE) {
                int slot = slot(oldObjects[i]);
                objects[slot] = oldObjects[i];
                positions[slot] = oldPositions[i];
            }
        }
    }
}
