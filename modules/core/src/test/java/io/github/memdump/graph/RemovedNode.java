package io.github.memdump.graph;

import java.util.ArrayDeque;

/** The definition of dominance, taken literally: take a node away and see what can still be reached. */
final class RemovedNode {
    private RemovedNode() {
    }

    /** Marks what the starts reach without going over one node, which may be -1 for none. */
    static boolean[] reached(Graph graph, int[] starts, int removed) {
        boolean[] reached = new boolean[graph.nodeCount()];
        ArrayDeque<Integer> open = new ArrayDeque<>();
        for (int start : starts) {
            open.add(start);
        }
        while (!open.isEmpty()) {
            int node = open.remove();
            if (node == removed || reached[node]) {
                continue;
            }
            reached[node] = true;
            for (int i = graph.from(node); i < graph.to(node); i++) {
                open.add(graph.target(i));
            }
        }
        return reached;
    }
}
