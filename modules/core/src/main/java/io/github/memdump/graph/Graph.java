package io.github.memdump.graph;

import io.github.memdump.array.NamedArrays;
import io.github.memdump.task.ProgressBatch;
import io.github.memdump.task.Task;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.IntUnaryOperator;

/**
 * An immutable directed graph over the nodes {@code 0 … nodeCount()-1} in compressed sparse rows.
 *
 * <p>The targets of node {@code v} are {@code target(i)} for {@code i} from {@code from(v)} up to, not including,
 * {@code to(v)}; they are distinct and ascending. Costs 4 bytes per node and 4 per edge; reading is safe from any
 * number of threads. Edges are limited to {@link #MAX_EDGES}.
 */
public final class Graph {
    /** The largest number of edges: what one Java array can hold. */
    public static final int MAX_EDGES = Integer.MAX_VALUE - 16;

    private final int[] offsets;
    private final int[] targets;

    /**
     * Wraps rows that are already in order; the arrays must not be changed afterwards.
     *
     * @param offsets {@code nodeCount + 1} ascending positions in {@code targets}
     * @param targets the targets of all nodes, one row after the other, each row ascending without duplicates; the
     *                array may be longer than the last offset
     */
    public Graph(int[] offsets, int[] targets) {
        this.offsets = offsets;
        this.targets = targets;
    }

    /**
     * Returns the graph of the given edges, in any order, duplicates welcome and kept once.
     *
     * <p>Linear time, on the way 8 bytes per node and 8 per edge.
     *
     * @param nodeCount the number of nodes
     * @param sources   where each edge begins
     * @param targets   where each edge ends, parallel to {@code sources}
     * @throws IndexOutOfBoundsException if an end is not one of the nodes
     */
    public static Graph ofEdges(int nodeCount, int[] sources, int[] targets) {
        if (sources.length != targets.length) {
            throw new IllegalArgumentException(sources.length + " sources for " + targets.length + " targets.");
        }
        int[] begin = new int[nodeCount + 1];
        for (int i = 0; i < sources.length; i++) {
            begin[Objects.checkIndex(targets[i], nodeCount) + 1]++;
            Objects.checkIndex(sources[i], nodeCount);
        }
        for (int v = 0; v < nodeCount; v++) {
            begin[v + 1] += begin[v];
        }
        int[] referrers = new int[sources.length];
        int[] next = begin.clone();
        for (int i = 0; i < sources.length; i++) {
            referrers[next[targets[i]]++] = sources[i];
        }
        // Turning the edges round sorts each row.
        return new Graph(begin, referrers).reversed().withoutDuplicates();
    }

    /** Returns the graph that {@link #putInto} has put among these arrays. */
    public static Graph from(NamedArrays arrays) {
        return new Graph(arrays.ints("offsets"), arrays.ints("targets"));
    }

    /** Puts all that this graph is made of. */
    public void putInto(NamedArrays arrays) {
        arrays.put("offsets", offsets);
        arrays.put("targets", targets);
    }

    private Graph withoutDuplicates() {
        int kept = 0;
        for (int v = 0, from = 0; v < nodeCount(); v++) {
            int to = offsets[v + 1];
            offsets[v] = kept;
            for (int i = from; i < to; i++) {
                if (i == from || targets[i] != targets[i - 1]) {
                    targets[kept++] = targets[i];
                }
            }
            from = to;
        }
        offsets[nodeCount()] = kept;
        return this;
    }

    /** Returns the number of nodes. */
    public int nodeCount() {
        return offsets.length - 1;
    }

    /** Returns the number of edges. */
    public int edgeCount() {
        return offsets[offsets.length - 1];
    }

    /** Returns where the row of {@code node} begins. */
    public int from(int node) {
        return offsets[node];
    }

    /** Returns where the row of {@code node} ends (exclusive). */
    public int to(int node) {
        return offsets[node + 1];
    }

    /** Returns the target at a position between {@link #from} and {@link #to} of some node. */
    public int target(int position) {
        return targets[position];
    }

    /** Returns the number of edges that leave {@code node}. */
    public int outDegree(int node) {
        return offsets[node + 1] - offsets[node];
    }

    /** Returns whether there is an edge from {@code source} to {@code target}; logarithmic in the out-degree. */
    public boolean hasEdge(int source, int target) {
        return Arrays.binarySearch(targets, offsets[source], offsets[source + 1], target) >= 0;
    }

    /**
     * Returns this graph with one edge more from each of some nodes: linear time, 4 bytes per node and edge.
     *
     * @param sources  where the new edges begin
     * @param targetOf where the edge from a node ends; none of the graph's edges leads from the one to the other yet
     * @throws TooManyEdgesException if there would be more than {@link #MAX_EDGES}
     */
    public Graph withEdges(NodeSet sources, IntUnaryOperator targetOf) {
        if (edgeCount() > MAX_EDGES - sources.size()) {
            throw new TooManyEdgesException("This would make more than " + MAX_EDGES + " references.");
        }
        int[] begin = new int[nodeCount() + 1];
        int[] all = new int[edgeCount() + sources.size()];
        int copied = 0;
        int added = 0;
        for (int v = 0; v < nodeCount(); v++) {
            if (sources.contains(v)) {
                int target = targetOf.applyAsInt(v);
                int place = -1 - Arrays.binarySearch(targets, offsets[v], offsets[v + 1], target);
                System.arraycopy(targets, copied, all, copied + added, place - copied);
                all[place + added++] = target;
                copied = place;
            }
            begin[v + 1] = offsets[v + 1] + added;
        }
        System.arraycopy(targets, copied, all, copied + added, edgeCount() - copied);
        return new Graph(begin, all);
    }

    /**
     * Returns this graph with one edge less from each of some nodes, the reverse of {@link #withEdges}: linear time, 4
     * bytes per node and edge.
     *
     * @param sources  where the edges begin that are left out
     * @param targetOf where the edge from a node ends; the graph has it
     */
    public Graph withoutEdges(NodeSet sources, IntUnaryOperator targetOf) {
        int[] begin = new int[nodeCount() + 1];
        int[] left = new int[edgeCount() - sources.size()];
        int copied = 0;
        int removed = 0;
        for (int v = 0; v < nodeCount(); v++) {
            if (sources.contains(v)) {
                int place = Arrays.binarySearch(targets, offsets[v], offsets[v + 1], targetOf.applyAsInt(v));
                System.arraycopy(targets, copied, left, copied - removed, place - copied);
                copied = place + 1;
                removed++;
            }
            begin[v + 1] = offsets[v + 1] - removed;
        }
        System.arraycopy(targets, copied, left, copied - removed, edgeCount() - copied);
        return new Graph(begin, left);
    }

    /** Returns the graph with every edge turned round: linear time, 4 bytes per node and edge. */
    public Graph reversed() {
        return reversed(Task.UNWATCHED);
    }

    /**
     * Returns the graph with every edge turned round: linear time, 4 bytes per node and edge.
     *
     * @param task told of each node
     * @throws io.github.memdump.task.CancelledException if the task was cancelled
     */
    public Graph reversed(Task task) {
        int nodes = nodeCount();
        ProgressBatch steps = new ProgressBatch(task, "Turning edges round", nodes);
        int[] begin = new int[nodes + 1];
        int edges = edgeCount();
        for (int i = 0; i < edges; i++) {
            begin[targets[i] + 1]++;
        }
        for (int v = 0; v < nodes; v++) {
            begin[v + 1] += begin[v];
        }
        int[] sources = new int[edges];
        for (int v = 0; v < nodes; v++) {
            for (int i = offsets[v]; i < offsets[v + 1]; i++) {
                sources[begin[targets[i]]++] = v;
            }
            steps.add(1);
        }
        // Filling has moved each begin to the begin of the next row.
        System.arraycopy(begin, 0, begin, 1, nodes);
        begin[0] = 0;
        steps.finish();
        return new Graph(begin, sources);
    }
}
