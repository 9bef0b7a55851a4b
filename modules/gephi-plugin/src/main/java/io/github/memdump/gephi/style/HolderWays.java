package io.github.memdump.gephi.style;

import io.github.memdump.analysis.Column;
import io.github.memdump.view.MainHolders;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.gephi.graph.api.DirectedGraph;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Node;

/** The old objects that hold most of what is new, and the ways from the roots to them, as far as a graph shows them. */
final class HolderWays {
    /** What the column says of old objects, and of roots, that hold new ones. */
    private static final String OLD_BORDER = "old";
    private static final int LONGEST = 100;

    private HolderWays() {
    }

    /** Returns the largest holders among some nodes, each followed by what leads to it; linear in their edges. */
    static Set<Node> of(GraphModel model, Node[] nodes) {
        List<Node> holders = MainHolders.of(Arrays.stream(nodes).filter(node -> !Attributes.isRest(node)
            && OLD_BORDER.equals(Attributes.text(node, Column.BORDER))), HolderWays::held);
        DirectedGraph graph = model.getDirectedGraph();
        Set<Node> ways = new LinkedHashSet<>();
        for (Node holder : holders) {
            Node node = holder;
            for (int steps = 0; node != null && steps < LONGEST; steps++) {
                ways.add(node);
                node = nearer(graph, node);
            }
        }
        return ways;
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
