package io.github.memdump.graph;

import java.util.Random;

/** Graphs that would overflow the stack of a recursive algorithm, or that are worth watching. */
public final class LargeGraphs {
    public static final int LONG = 100_000;

    private LargeGraphs() {
    }

    /** Returns 0 → 1 → … → LONG - 1. */
    public static Graph path() {
        EdgeList edges = new EdgeList();
        for (int v = 0; v + 1 < LONG; v++) {
            edges.add(v, v + 1);
        }
        return edges.over(LONG);
    }

    /** Returns 0 → 1 → … → LONG - 1 → 0. */
    public static Graph cycle() {
        EdgeList edges = new EdgeList();
        for (int v = 0; v < LONG; v++) {
            edges.add(v, (v + 1) % LONG);
        }
        return edges.over(LONG);
    }

    /** Returns a graph of LONG nodes in which every node can be reached from node 0. */
    static Graph random() {
        Random random = new Random(LONG);
        EdgeList edges = new EdgeList();
        for (int v = 1; v < LONG; v++) {
            edges.add(random.nextInt(v), v);
        }
        return Shape.scatter(random, edges, LONG, LONG / 2).over(LONG);
    }
}
