package io.github.memdump.subset;

import java.util.Arrays;

/** Objects that refer to given ones, and to how many of them. 8 bytes per parent. Immutable. */
public final class Parents {
    private final HeapSubset subset;
    private final int[] objects;
    private final int[] counts;

    Parents(HeapSubset subset, int[] objects, int[] counts) {
        this.subset = subset;
        this.objects = objects;
        this.counts = counts;
    }

    /** Returns the parents. */
    public HeapSubset subset() {
        return subset;
    }

    /** Returns how many of the given objects a parent refers to, 0 for what is no parent; logarithmic time. */
    public int count(int object) {
        int place = Arrays.binarySearch(objects, object);
        return place < 0 ? 0 : counts[place];
    }
}
