package io.github.memdump.view;

/**
 * The objects of a view in the order in which they were chosen, the most important first, as a forest. Not changed
 * once made.
 */
final class Selection {
    final int[] objects;
    /** Positions in {@link #objects}, each below the child's, or {@link Chosen#NO_PARENT}. */
    final int[] parents;
    /** How many references the step from the parent stands for. */
    final int[] hops;
    private final ObjectPositions positions;

    Selection(int[] objects, int[] parents, int[] hops, ObjectPositions positions) {
        this.objects = objects;
        this.parents = parents;
        this.hops = hops;
        this.positions = positions;
    }

    int size() {
        return objects.length;
    }

    /** Returns the position of an object, or {@link ObjectPositions#NONE} if it is not shown. */
    int position(int object) {
        return positions.of(object);
    }

    /** Returns how many objects of each tree lie under an object of it, itself included. */
    int[] treeSizes() {
        int[] sizes = new int[objects.length];
        for (int i = objects.length - 1; i >= 0; i--) {
            sizes[i]++;
            if (parents[i] >= 0) {
                sizes[parents[i]] += sizes[i];
            }
        }
        return sizes;
    }
}
