package io.github.memdump.gephi.statistics;

import io.github.memdump.analysis.Column;
import io.github.memdump.graph.Graph;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.graph.ReachCounts;
import io.github.memdump.graph.Walk;
import io.github.memdump.task.Task;
import java.util.Arrays;
import java.util.Optional;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.Node;

/**
 * Counts on the edges of a graph what its nodes keep alive of it: what is left to do where no heap stands behind a
 * workspace. Undirected edges count both ways.
 */
final class CountOnGraph {
    private CountOnGraph() {
    }

    /** Counts for all nodes; new are those whose column {@code in_after} says 1, if there is such a column. */
    static KeepAliveCounts of(org.gephi.graph.api.Graph visible, Task task) {
        Node[] nodes = visible.getNodes().toArray();
        Graph graph = graph(nodes, visible.getEdges().toArray());
        int[] every = new int[nodes.length];
        Arrays.setAll(every, node -> node);
        int[] all = ReachCounts.of(Walk.over(graph), every, task);
        Optional<NodeSet> added = added(nodes);
        return new KeepAliveCounts(nodes, all, added.map(set -> {
            int[] sources = set.toArray();
            int[] counts = ReachCounts.of(Walk.over(graph).within(set), sources, task);
            int[] inNew = new int[nodes.length];
            Arrays.fill(inNew, KeepAliveCounts.NOT_COUNTED);
            for (int i = 0; i < sources.length; i++) {
                inNew[sources[i]] = counts[i];
            }
            return inNew;
        }));
    }

    private static Graph graph(Node[] nodes, Edge[] edges) {
        int highest = 0;
        for (Node node : nodes) {
            highest = Math.max(highest, node.getStoreId());
        }
        int[] places = new int[highest + 1];
        for (int i = 0; i < nodes.length; i++) {
            places[nodes[i].getStoreId()] = i;
        }
        int[] sources = new int[2 * edges.length];
        int[] targets = new int[2 * edges.length];
        int count = 0;
        for (Edge edge : edges) {
            int source = places[edge.getSource().getStoreId()];
            int target = places[edge.getTarget().getStoreId()];
            sources[count] = source;
            targets[count++] = target;
            if (!edge.isDirected()) {
                sources[count] = target;
                targets[count++] = source;
            }
        }
        return Graph.ofEdges(nodes.length, Arrays.copyOf(sources, count), Arrays.copyOf(targets, count));
    }

    private static Optional<NodeSet> added(Node[] nodes) {
        if (nodes.length == 0 || !nodes[0].getTable().hasColumn(Column.IN_AFTER.id())) {
            return Optional.empty();
        }
        NodeSet added = NodeSet.where(nodes.length, place -> {
            Object value = nodes[place].getAttribute(Column.IN_AFTER.id());
            return value instanceof Number && ((Number) value).intValue() == 1;
        });
        return added.isEmpty() ? Optional.empty() : Optional.of(added);
    }
}
