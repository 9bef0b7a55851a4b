package io.github.memdump.gephi.graph;

import io.github.memdump.analysis.Column;
import io.github.memdump.graph.Graph;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.view.EdgeKind;
import io.github.memdump.view.View;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.Node;

/**
 * A graph of Gephi as one of plain numbers, for what is computed where no heap stands behind it. Undirected edges lead
 * both ways; class references are left out, and so are nodes that stand for what a view does not show. A snapshot.
 */
public final class VisibleGraph {
    private static final String KIND = "kind";
    private static final int LEFT_OUT = -1;

    private final Node[] nodes;
    private final Graph graph;

    private VisibleGraph(Node[] nodes, Graph graph) {
        this.nodes = nodes;
        this.graph = graph;
    }

    /** Takes the snapshot; linear time, 12 bytes per node and 16 per edge. */
    public static VisibleGraph of(org.gephi.graph.api.Graph visible) {
        Node[] nodes = Arrays.stream(visible.getNodes().toArray()).filter(node -> !isRest(visible, node))
            .toArray(Node[]::new);
        int highest = 0;
        for (Node node : visible.getNodes().toArray()) {
            highest = Math.max(highest, node.getStoreId());
        }
        int[] places = new int[highest + 1];
        Arrays.fill(places, LEFT_OUT);
        for (int i = 0; i < nodes.length; i++) {
            places[nodes[i].getStoreId()] = i;
        }
        return new VisibleGraph(nodes, edges(nodes.length, places, visible.getEdges().toArray()));
    }

    private static boolean isRest(org.gephi.graph.api.Graph visible, Node node) {
        String id = String.valueOf(node.getId());
        return id.endsWith(View.REST) && visible.getNode(id.substring(0, id.length() - View.REST.length())) != null;
    }

    private static Graph edges(int nodeCount, int[] places, Edge[] edges) {
        boolean hasKinds = edges.length > 0 && edges[0].getTable().hasColumn(KIND);
        int[] sources = new int[2 * edges.length];
        int[] targets = new int[2 * edges.length];
        int count = 0;
        for (Edge edge : edges) {
            int source = places[edge.getSource().getStoreId()];
            int target = places[edge.getTarget().getStoreId()];
            boolean isClass = hasKinds && EdgeKind.CLASS.id().equals(edge.getAttribute(KIND));
            if (source == LEFT_OUT || target == LEFT_OUT || isClass) {
                continue;
            }
            sources[count] = source;
            targets[count++] = target;
            if (!edge.isDirected()) {
                sources[count] = target;
                targets[count++] = source;
            }
        }
        return Graph.ofEdges(nodeCount, Arrays.copyOf(sources, count), Arrays.copyOf(targets, count));
    }

    /** Returns the nodes; the number of a node in {@link #graph} is its place. */
    public Node[] nodes() {
        return nodes;
    }

    /** Returns the edges. */
    public Graph graph() {
        return graph;
    }

    /** Returns the nodes that satisfy a condition. */
    public NodeSet where(Predicate<Node> condition) {
        return NodeSet.where(nodes.length, place -> condition.test(nodes[place]));
    }

    /** Returns the value that a node has in a column, if there are both. */
    public static Optional<Object> value(Node node, String column) {
        return node.getTable().hasColumn(column) ? Optional.ofNullable(node.getAttribute(column)) : Optional.empty();
    }

    /** Returns whether the column {@code in_after} of a node says that it is new. */
    public static boolean isNew(Node node) {
        return value(node, Column.IN_AFTER.id()).filter(Number.class::isInstance)
            .filter(value -> ((Number) value).intValue() == 1).isPresent();
    }

    /**
     * Returns where everything begins: the nodes of type ROOT where there are any, otherwise those that no other node
     * refers to.
     */
    public NodeSet roots() {
        NodeSet typed = where(node -> value(node, Column.TYPE.id()).filter("ROOT"::equals).isPresent());
        if (!typed.isEmpty()) {
            return typed;
        }
        Graph referrers = graph.reversed();
        return NodeSet.where(nodes.length,
            place -> referrers.outDegree(place) == (referrers.hasEdge(place, place) ? 1 : 0));
    }
}
