package io.github.memdump.graph;

import java.util.Arrays;

/** Gathers the edges of a test graph. */
public final class EdgeList {
    private int[] sources = new int[16];
    private int[] targets = new int[16];
    private int size;

    public EdgeList add(int source, int target) {
        if (size == sources.length) {
            sources = Arrays.copyOf(sources, 2 * size);
            targets = Arrays.copyOf(targets, 2 * size);
        }
        sources[size] = source;
        targets[size++] = target;
        return this;
    }

    public Graph over(int nodeCount) {
        return Graph.ofEdges(nodeCount, Arrays.copyOf(sources, size), Arrays.copyOf(targets, size));
    }

    /** Returns the graph of edges given as source, target, source, target… */
    public static Graph graph(int nodeCount, int... ends) {
        EdgeList edges = new EdgeList();
        for (int i = 0; i < ends.length; i += 2) {
            edges.add(ends[i], ends[i + 1]);
        }
        return edges.over(nodeCount);
    }
}
