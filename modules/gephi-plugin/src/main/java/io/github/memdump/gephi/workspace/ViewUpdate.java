package io.github.memdump.gephi.workspace;

import io.github.memdump.gephi.heap.NodePlaces;
import io.github.memdump.gephi.swing.RoleColour;
import io.github.memdump.view.View;
import io.github.memdump.view.ViewEdge;
import io.github.memdump.view.ViewNode;
import java.awt.Color;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.Graph;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Node;
import org.gephi.graph.api.Table;

/**
 * Brings a graph from one view to the next. What is in both stays as the user has it: places, sizes, colours; what the
 * user has deleted stays deleted, what was added by hand stays. Linear in nodes and edges of both views.
 */
final class ViewUpdate {
    private static final String KIND = "kind";
    /** No colour of its own: a label is black or white then, as the look needs it. By itself it would be black. */
    private static final Color OF_THE_LOOK = new Color(0, true);

    /** The ids of the two nodes of an edge, which may be any text: a root's name has blanks if it likes. */
    private static final class Ends {
        private final String source;
        private final String target;

        Ends(String source, String target) {
            this.source = source;
            this.target = target;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Ends && ((Ends) other).source.equals(source)
                && ((Ends) other).target.equals(target);
        }

        @Override
        public int hashCode() {
            return source.hashCode() * 31 + target.hashCode();
        }
    }

    private final GraphModel model;
    private final Graph graph;
    private final View after;
    private final Map<String, ViewNode> nodesBefore;
    private final Map<String, ViewNode> nodesAfter;
    private final Map<Ends, ViewEdge> edgesBefore;
    private final Map<Ends, ViewEdge> edgesAfter;
    private final List<Node> added = new ArrayList<>();
    private int removed;

    private ViewUpdate(GraphModel model, View before, View after) {
        this.model = model;
        this.graph = model.getGraph();
        this.after = after;
        this.nodesBefore = nodes(before);
        this.nodesAfter = nodes(after);
        this.edgesBefore = edges(before);
        this.edgesAfter = edges(after);
    }

    /** Changes a graph; returns how many nodes came and how many went. */
    static int[] apply(GraphModel model, View before, View after, NodePlaces places) {
        ViewUpdate update = new ViewUpdate(model, before, after);
        update.graph.writeLock();
        try {
            update.remove(places);
            update.add();
            Newcomers.place(update.graph, update.added, update.scale(), places);
        } finally {
            update.graph.writeUnlock();
        }
        return new int[] {update.added.size(), update.removed};
    }

    /** Returns whether two views differ in nodes or edges. */
    static boolean differ(View before, View after) {
        return !nodes(before).keySet().equals(nodes(after).keySet())
            || !edges(before).keySet().equals(edges(after).keySet());
    }

    private static Map<String, ViewNode> nodes(View view) {
        Map<String, ViewNode> nodes = new LinkedHashMap<>();
        view.nodes().forEach(node -> nodes.put(view.id(node), node));
        return nodes;
    }

    private static Map<Ends, ViewEdge> edges(View view) {
        Map<Ends, ViewEdge> edges = new HashMap<>();
        for (ViewEdge edge : SingleEdges.of(view)) {
            edges.put(new Ends(id(view, edge.source()), id(view, edge.target())), edge);
        }
        return edges;
    }

    private static String id(View view, int node) {
        return view.id(view.nodes().get(node));
    }

    private void remove(NodePlaces places) {
        for (String id : nodesBefore.keySet()) {
            Node node = nodesAfter.containsKey(id) ? null : graph.getNode(id);
            if (node != null) {
                places.remember(node);
                graph.removeNode(node);
                removed++;
            }
        }
        Set<Ends> gone = new HashSet<>(edgesBefore.keySet());
        gone.removeAll(edgesAfter.keySet());
        for (Ends pair : gone) {
            Edge edge = edge(pair);
            if (edge != null) {
                graph.removeEdge(edge);
            }
        }
    }

    private Edge edge(Ends pair) {
        Node source = graph.getNode(pair.source);
        Node target = graph.getNode(pair.target);
        return source == null || target == null ? null : graph.getEdge(source, target);
    }

    private void add() {
        nodesAfter.forEach((id, node) -> {
            if (!nodesBefore.containsKey(id) && graph.getNode(id) == null) {
                added.add(node(id, node));
            } else if (graph.getNode(id) != null) {
                relabel(graph.getNode(id), name(id), node.name());
            }
        });
        int type = model.addEdgeType(null);
        edgesAfter.forEach((pair, edge) -> {
            Edge known = edge(pair);
            if (known != null) {
                known.setWeight(ViewContainer.weight(after, edge));
            } else if (!edgesBefore.containsKey(pair) || joinsNewcomer(edge)) {
                connect(pair, edge, type);
            }
        });
    }

    /** A label that the user or another look has changed stays. */
    private static void relabel(Node node, String before, String after) {
        String shown = node.getLabel() == null ? "" : node.getLabel();
        if (!before.equals(after) && shown.equals(before)) {
            node.setLabel(after);
        }
    }

    private String name(String id) {
        ViewNode before = nodesBefore.get(id);
        return before == null ? "" : before.name();
    }

    /** A node that came back brings the edges it had. */
    private boolean joinsNewcomer(ViewEdge edge) {
        return !nodesBefore.containsKey(id(after, edge.source())) || !nodesBefore.containsKey(id(after, edge.target()));
    }

    private void connect(Ends pair, ViewEdge edge, int type) {
        Node source = graph.getNode(pair.source);
        Node target = graph.getNode(pair.target);
        if (source != null && target != null) {
            Edge drawn = model.factory().newEdge(source, target, type, ViewContainer.weight(after, edge), true);
            drawn.setColor(EdgeColour.of(after, edge));
            drawn.getTextProperties().setColor(OF_THE_LOOK);
            if (model.getEdgeTable().hasColumn(ViewContainer.REFERENCES)) {
                drawn.setAttribute(ViewContainer.REFERENCES, edge.weight());
            }
            if (model.getEdgeTable().hasColumn(KIND)) {
                drawn.setAttribute(KIND, edge.kind().id());
            }
            if (!edge.name().isEmpty()) {
                drawn.setLabel(edge.name());
                if (model.getEdgeTable().hasColumn(ViewContainer.NAME)) {
                    drawn.setAttribute(ViewContainer.NAME, edge.name());
                }
            }
            graph.addEdge(drawn);
        }
    }

    private Node node(String id, ViewNode shown) {
        Node node = model.factory().newNode(id);
        node.setLabel(shown.name());
        node.setColor(RoleColour.of(shown.rgb()));
        node.getTextProperties().setColor(OF_THE_LOOK);
        node.setSize(ViewContainer.radius(shown));
        node.setPosition(shown.x(), shown.y());
        Table table = model.getNodeTable();
        ViewValues.each(after, shown, (column, value) -> {
            // Somebody may have deleted a column, or made one of another type of the name.
            if (table.hasColumn(column) && table.getColumn(column).getTypeClass() == value.getClass()) {
                node.setAttribute(column, value);
            }
        });
        graph.addNode(node);
        return node;
    }

    /** How much larger the nodes are now than the view had made them. */
    private float scale() {
        double now = 0;
        double made = 0;
        for (Map.Entry<String, ViewNode> entry : nodesAfter.entrySet()) {
            Node node = nodesBefore.containsKey(entry.getKey()) ? graph.getNode(entry.getKey()) : null;
            if (node != null) {
                now += node.size();
                made += ViewContainer.radius(entry.getValue());
            }
        }
        return made > 0 && now > 0 ? (float) (now / made) : 1;
    }
}
