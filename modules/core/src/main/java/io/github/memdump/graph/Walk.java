package io.github.memdump.graph;

import org.jspecify.annotations.Nullable;

/**
 * Where one may go: the edges of a graph, perhaps only within a set of nodes, perhaps only up to certain nodes.
 *
 * <p>A walk over a restricted graph means a walk over the graph that remains when all nodes outside {@link #within}
 * are taken away and all edges that leave a {@linkplain #stoppingAt stop node} too. A stop node is thus reached,
 * counted and never walked through, and this holds for one that a walk starts from as well. Nothing is copied: a
 * restriction costs one look into a bit set per step. Immutable and safe for any number of threads.
 */
public final class Walk {
    private final Graph graph;
    private final @Nullable NodeSet inside;
    private final @Nullable NodeSet stops;

    private Walk(Graph graph, @Nullable NodeSet inside, @Nullable NodeSet stops) {
        this.graph = graph;
        this.inside = inside;
        this.stops = stops;
    }

    /** Returns the walk over all edges of a graph. */
    public static Walk over(Graph graph) {
        return new Walk(graph, null, null);
    }

    /** Returns this walk with no other nodes than these; it replaces an earlier set. */
    public Walk within(NodeSet nodes) {
        requireSameGraph(nodes);
        return new Walk(graph, nodes, stops);
    }

    /** Returns this walk with nodes that are reached and not walked through; it replaces an earlier set. */
    public Walk stoppingAt(NodeSet nodes) {
        requireSameGraph(nodes);
        return new Walk(graph, inside, nodes);
    }

    private void requireSameGraph(NodeSet nodes) {
        if (nodes.nodeCount() != graph.nodeCount()) {
            throw new IllegalArgumentException("A set over " + nodes.nodeCount()
                + " nodes cannot restrict a graph of " + graph.nodeCount() + " nodes.");
        }
    }

    /** Returns the graph, unrestricted. */
    public Graph graph() {
        return graph;
    }

    /** Returns whether the walk may come to {@code node}. */
    public boolean enters(int node) {
        return inside == null || inside.contains(node);
    }

    /** Returns whether the walk may go on from {@code node}. */
    public boolean leaves(int node) {
        return stops == null || !stops.contains(node);
    }

    /** Returns where the edges begin that lead on from {@code node}. */
    public int from(int node) {
        return graph.from(node);
    }

    /** Returns where the edges end that lead on from {@code node}; whether their targets are entered is not asked. */
    public int to(int node) {
        return leaves(node) ? graph.to(node) : graph.from(node);
    }

    /** Returns the node that the edge at {@code position} leads to, which the walk may be barred from entering. */
    public int target(int position) {
        return graph.target(position);
    }

    /** Returns how many nodes the graph has. */
    public int nodeCount() {
        return graph.nodeCount();
    }
}
