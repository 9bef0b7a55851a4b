package io.github.memdump.gephi.style;

import io.github.memdump.analysis.Column;
import io.github.memdump.view.MainHolders;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.gephi.graph.api.DirectedGraph;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Node;

/**
 * The old objects that hold most of what is new, those that many such objects hang on, and the ways from the roots to
 * them, as far as a graph shows them.
 */
final class HolderWays {
    /** What the column says of old objects, and of roots, that hold new ones. */
    private static final String OLD_BORDER = "old";
    private static final int LONGEST = 100;
    /** So many holders that hang on one object are seen as one thing, whose name is that of the object. */
    private static final int MANY = 20;

    private HolderWays() {
    }

    /** Returns the largest holders among some nodes, each followed by what leads to it; linear in their edges. */
    static Set<Node> of(GraphModel model, Node[] nodes) {
        DirectedGraph graph = model.getDirectedGraph();
        Set<Node> ways = new LinkedHashSet<>();
        MainHolders.of(Arrays.stream(nodes).filter(HolderWays::isHolder), HolderWays::held)
            .forEach(holder -> addWay(graph, holder, ways));
        Map<Node, Integer> held = new LinkedHashMap<>();
        for (Node node : nodes) {
            if (isHolder(node)) {
                graph.getPredecessors(node).toCollection().forEach(above -> held.merge(above, 1, Integer::sum));
            }
        }
        held.forEach((above, holders) -> {
            if (holders >= MANY) {
                addWay(graph, above, ways);
            }
        });
        return ways;
    }

    private static boolean isHolder(Node node) {
        return !Attributes.isRest(node) && OLD_BORDER.equals(Attributes.text(node, Column.BORDER));
    }

    private static void addWay(DirectedGraph graph, Node end, Set<Node> ways) {
        Node node = end;
        for (int steps = 0; node != null && steps < LONGEST; steps++) {
            ways.add(node);
            node = nearer(graph, node);
        }
    }

    /** Returns what refers to a node and is nearest to a root, nearer than the node; null if nothing is. */
    private static Node nearer(DirectedGraph graph, Node node) {
        double distance = distance(node);
        return graph.getPredecessors(node).toCollection().stream().filter(before -> distance(before) < distance)
            .min(Comparator.comparingDouble(HolderWays::distance)).orElse(null);
    }

    /** How many new objects are reached through it. */
    private static double held(Node node) {
        return Attributes.number(node, Column.KEEPALIVE_NEW_COUNT).orElse(0);
    }

    private static double distance(Node node) {
        return Attributes.number(node, Column.ROOT_DISTANCE).orElse(Double.MAX_VALUE);
    }
}
