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
    private static final int HOLDERS = 5;
    /** Beside one that leads to thousands, one that leads to a few is of no interest. */
    private static final int PART_OF_FIRST = 100;
    private static final String HELD = "keepalive_new_count";
    private static final int LONGEST = 100;

    private Ways() {
    }

    /** Returns what is said of each node that should have a label and has none: holders and what leads to them. */
    static List<String> unlabelled(Node[] nodes) {
        List<String> wrong = new ArrayList<>();
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
        List<Node> holders = Arrays.stream(nodes).filter(node -> "old".equals(node.getAttribute("border")))
            .filter(node -> node.getAttribute(HELD) != null)
            .sorted(Comparator.comparingDouble(node -> -number(node, HELD))).limit(HOLDERS)
            .collect(Collectors.toList());
        holders.removeIf(node -> number(node, HELD) * PART_OF_FIRST < number(holders.get(0), HELD));
        return holders;
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
