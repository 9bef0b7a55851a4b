package io.github.memdump.driver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gephi.graph.api.DirectedGraph;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.Node;
import org.openide.util.Lookup;

/** The old objects that hold most of what is new, and the ways from the roots to them. */
final class Ways {
    /** The views that are drawn along these ways; in others, holders stand wherever what is asked for puts them. */
    private static final Set<String> DRAWN_ALONG = Set.of("border", "suspects");
    private static final int HOLDERS = 5;
    private static final int LONGEST = 100;

    private Ways() {
    }

    /** Returns what is said of each node that should have a label and has none: holders and what leads to them. */
    static List<String> unlabelled(Node[] nodes, String view) {
        List<String> wrong = new ArrayList<>();
        if (!DRAWN_ALONG.contains(view)) {
            return wrong;
        }
        for (Node holder : holders(nodes)) {
            for (Node node : way(holder)) {
                if (!node.getTextProperties().isVisible()) {
                    wrong.add(node.getLabel() + " " + node.getId() + " has no label on the way to " + holder.getLabel()
                        + " " + holder.getId());
                }
            }
        }
        return wrong;
    }

    /** Returns the old objects through which most new ones are reached, the first of them first. */
    static List<Node> holders(Node[] nodes) {
        return Arrays.stream(nodes).filter(node -> "old".equals(node.getAttribute("border")))
            .sorted(Comparator.comparingDouble(node -> -number(node, "rank"))).limit(HOLDERS)
            .collect(Collectors.toList());
    }

    /** Returns a node and what leads to it from a root, each the one of those that are shown nearest to a root. */
    static Set<Node> way(Node to) {
        DirectedGraph graph = Lookup.getDefault().lookup(GraphController.class).getGraphModel().getDirectedGraph();
        Set<Node> way = new LinkedHashSet<>();
        Node node = to;
        while (node != null && way.add(node) && way.size() < LONGEST) {
            double distance = number(node, "root_distance");
            node = graph.getPredecessors(node).toCollection().stream()
                .filter(before -> number(before, "root_distance") < distance)
                .min(Comparator.comparingDouble(before -> number(before, "root_distance"))).orElse(null);
        }
        return way;
    }

    private static double number(Node node, String column) {
        Object value = node.getAttribute(column);
        return value instanceof Number ? ((Number) value).doubleValue() : Double.MAX_VALUE;
    }
}
