package io.github.memdump.gephi.layout;

import io.github.memdump.analysis.Findings;
import io.github.memdump.dump.DumpException;
import io.github.memdump.gephi.heap.HeapTies;
import io.github.memdump.gephi.heap.WorkspaceHeap;
import io.github.memdump.task.Task;
import io.github.memdump.view.layout.Forest;
import io.github.memdump.view.layout.Positions;
import io.github.memdump.view.layout.TreeLayout;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import org.gephi.graph.api.Graph;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Node;

/** Where the visible nodes of a workspace stand as trees of what holds what. Immutable. */
final class HeapTree {
    private final Node[] nodes;
    private final Positions positions;

    private HeapTree(Node[] nodes, Positions positions) {
        this.nodes = nodes;
        this.positions = positions;
    }

    /**
     * Lays out the visible graph; moves nothing.
     *
     * @throws io.github.memdump.task.CancelledException if the task is cancelled
     */
    static HeapTree of(GraphModel model, TreeOptions options, Task task) {
        Graph visible = model.getGraphVisible();
        Node[] nodes = visible.getNodes().toArray();
        Arrays.sort(nodes, options.order().comparator());
        int[] holders = NodeHolders.of(nodes, visible.getEdges().toArray(),
            options.fromHeap() ? findings(model, task) : Optional.empty(), task);
        int[] order = holdersFirst(holders);
        int[] numbers = new int[nodes.length];
        Node[] ordered = new Node[nodes.length];
        int[] parents = new int[nodes.length];
        float[] diameters = new float[nodes.length];
        for (int i = 0; i < order.length; i++) {
            numbers[order[i]] = i;
            ordered[i] = nodes[order[i]];
            parents[i] = holders[order[i]] == NodeHolders.NONE ? Forest.NO_PARENT : numbers[holders[order[i]]];
            diameters[i] = Math.max(2 * ordered[i].size(), Float.MIN_NORMAL);
        }
        return new HeapTree(ordered,
            TreeLayout.of(new Forest(parents, diameters), options.shape(), options.spacing()));
    }

    /** A dump that is gone is no reason not to lay out what is seen. */
    private static Optional<Findings> findings(GraphModel model, Task task) {
        Optional<WorkspaceHeap> heap = HeapTies.of(model);
        if (heap.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(heap.get().findings(task));
        } catch (DumpException gone) {
            return Optional.empty();
        }
    }

    /** Returns the positions by depth, and of one depth in their order. */
    private static int[] holdersFirst(int[] holders) {
        int[] depths = new int[holders.length];
        int[] way = new int[holders.length];
        for (int i = 0; i < holders.length; i++) {
            int length = 0;
            int current = i;
            while (current != NodeHolders.NONE && depths[current] == 0) {
                way[length++] = current;
                current = holders[current];
            }
            int depth = current == NodeHolders.NONE ? 0 : depths[current];
            while (length > 0) {
                depths[way[--length]] = ++depth;
            }
        }
        Integer[] order = new Integer[holders.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingInt(i -> depths[i]));
        return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
    }

    /** Returns how many nodes have a place. */
    int size() {
        return nodes.length;
    }

    /** Moves each node a part of the way to its place. */
    void approach(float part) {
        for (int i = 0; i < nodes.length; i++) {
            nodes[i].setX(nodes[i].x() + part * (positions.x(i) - nodes[i].x()));
            nodes[i].setY(nodes[i].y() + part * (positions.y(i) - nodes[i].y()));
        }
    }

    /** Moves each node to its place. */
    void arrive() {
        for (int i = 0; i < nodes.length; i++) {
            nodes[i].setX(positions.x(i));
            nodes[i].setY(positions.y(i));
        }
    }
}
