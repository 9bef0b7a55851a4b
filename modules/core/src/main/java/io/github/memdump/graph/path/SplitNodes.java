package io.github.memdump.graph.path;

import java.util.Arrays;

/**
 * The nodes that a path has led through at some time during a search for disjoint paths: each of them is two, one that
 * paths come in by and one that they go out by. Few nodes are, so all others are kept whole. 28 bytes per split node.
 */
final class SplitNodes {
    static final int NONE = -1;

    int[] node = new int[64];
    /** Where the path goes on from it, away from the target; {@link #NONE} if no path leads through it now. */
    int[] next = new int[64];
    /** Where the path comes from. */
    int[] previous = new int[64];
    int[] inPotential = new int[64];
    int[] outPotential = new int[64];
    int[] outDistance = new int[64];
    /** The state before the outer side in the current search. */
    int[] outVia = new int[64];
    private int size;

    int size() {
        return size;
    }

    boolean isUsed(int slot) {
        return next[slot] != NONE;
    }

    /** Splits a node that was whole and returns its slot. */
    int add(int split, int potential) {
        if (size == node.length) {
            int grown = size + (size >> 1);
            node = Arrays.copyOf(node, grown);
            next = Arrays.copyOf(next, grown);
            previous = Arrays.copyOf(previous, grown);
            inPotential = Arrays.copyOf(inPotential, grown);
            outPotential = Arrays.copyOf(outPotential, grown);
            outDistance = Arrays.copyOf(outDistance, grown);
            outVia = Arrays.copyOf(outVia, grown);
        }
        node[size] = split;
        next[size] = NONE;
        previous[size] = NONE;
        inPotential[size] = potential;
        outPotential[size] = potential;
        outDistance[size] = Integer.MAX_VALUE;
        outVia[size] = NONE;
        return size++;
    }

    /** Makes every outer side unreached. */
    void forgetDistances() {
        Arrays.fill(outDistance, 0, size, Integer.MAX_VALUE);
    }
}
