package io.github.memdump.view.layout;

/**
 * A forest to be laid out: nodes {@code 0 … size()-1}, each parent before its children. Immutable once made; the
 * arrays given to it must not be changed.
 */
public final class Forest {
    /** The parent of a node that begins a tree. */
    public static final int NO_PARENT = -1;

    private final int[] parents;
    private final float[] diameters;
    private final int[] childOffsets;
    private final int[] children;

    /**
     * Makes a forest.
     *
     * @param parents   the parent of each node, smaller than the node, or {@link #NO_PARENT}
     * @param diameters how wide the node is drawn, above 0
     * @throws IllegalArgumentException if a parent does not come before its child
     */
    public Forest(int[] parents, float[] diameters) {
        this.parents = parents;
        this.diameters = diameters;
        this.childOffsets = new int[parents.length + 1];
        this.children = new int[parents.length];
        for (int node = 0; node < parents.length; node++) {
            if (parents[node] >= node) {
                throw new IllegalArgumentException("Node " + node + " comes before its parent " + parents[node] + ".");
            }
            if (parents[node] >= 0) {
                childOffsets[parents[node] + 1]++;
            }
        }
        for (int node = 0; node < parents.length; node++) {
            childOffsets[node + 1] += childOffsets[node];
        }
        int[] next = childOffsets.clone();
        for (int node = 0; node < parents.length; node++) {
            if (parents[node] >= 0) {
                children[next[parents[node]]++] = node;
            }
        }
    }

    /** Returns the number of nodes. */
    public int size() {
        return parents.length;
    }

    /** Returns the parent of a node, or {@link #NO_PARENT}. */
    public int parent(int node) {
        return parents[node];
    }

    /** Returns how wide a node is drawn. */
    public float diameter(int node) {
        return diameters[node];
    }

    /** Returns the number of children of a node. */
    public int childCount(int node) {
        return childOffsets[node + 1] - childOffsets[node];
    }

    /** Returns a child of a node, counted from 0. */
    public int child(int node, int number) {
        return children[childOffsets[node] + number];
    }
}
