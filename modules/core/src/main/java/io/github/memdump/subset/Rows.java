package io.github.memdump.subset;

import io.github.memdump.array.IntChunks;
import io.github.memdump.graph.Graph;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.graph.TooManyEdgesException;
import io.github.memdump.task.Task;
import java.util.Arrays;

/** Makes a graph row by row, for the nodes in ascending order. Not thread-safe; 4 bytes per node, 8 per edge. */
final class Rows {
    private static final int STEP = 1 << 13;

    private final int[] offsets;
    private final IntChunks targets = new IntChunks();
    private final Task task;
    private int[] row = new int[256];
    private int rowLength;
    private int rows;

    /** Begins a graph as a phase of a task. */
    Rows(int nodeCount, String phase, Task task) {
        this.offsets = new int[nodeCount + 1];
        this.task = task;
        task.phase(phase, nodeCount);
    }

    /** Adds an edge from the current node; any order, duplicates are kept once. */
    void add(int target) {
        row = rowLength == row.length ? Arrays.copyOf(row, rowLength * 2) : row;
        row[rowLength++] = target;
    }

    /** Ends the row of the current node and goes on to the next. */
    void end() {
        Arrays.sort(row, 0, rowLength);
        if (targets.size() > Graph.MAX_EDGES - rowLength) {
            throw new TooManyEdgesException("This would make more than " + Graph.MAX_EDGES + " references.");
        }
        for (int i = 0; i < rowLength; i++) {
            if (i == 0 || row[i] != row[i - 1]) {
                targets.add(row[i]);
            }
        }
        rowLength = 0;
        offsets[++rows] = targets.size();
        if ((rows & STEP - 1) == 0) {
            task.done(STEP);
        }
    }

    /** Returns the graph of all rows. */
    Graph graph() {
        int[] flat = new int[targets.size()];
        for (int i = 0; i < flat.length; i++) {
            flat[i] = targets.get(i);
        }
        return new Graph(offsets, flat);
    }

    /** Returns the graph without the edges that leave or enter other nodes than some; linear. */
    static Graph among(Graph graph, NodeSet nodes, Task task) {
        Rows rows = new Rows(graph.nodeCount(), "Cutting references", task);
        for (int node = 0; node < graph.nodeCount(); node++) {
            int to = nodes.contains(node) ? graph.to(node) : graph.from(node);
            for (int i = graph.from(node); i < to; i++) {
                if (nodes.contains(graph.target(i))) {
                    rows.add(graph.target(i));
                }
            }
            rows.end();
        }
        return rows.graph();
    }
}
