package io.github.memdump.gephi.graph;

import io.github.memdump.gephi.canvas.GraphCanvas;
import java.util.Optional;
import org.gephi.graph.api.Graph;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.Node;
import org.openide.util.Lookup;

/**
 * The node that the mouse points at in the Graph window. Gephi knows only one whose disc is under the very pixel, and
 * that not before it has drawn once more: on a large heap discs are two pixels wide and a frame takes its time.
 */
public final class PointedNode {
    private static final double REACH_PIXELS = 8;

    private PointedNode() {
    }

    /** Returns the node under the mouse, or the nearest one not far from it; linear in the visible nodes. */
    public static Optional<Node> find() {
        return GraphCanvas.ask(GraphCanvas::pointer).flatMap(pointer -> nearest(
            Lookup.getDefault().lookup(GraphController.class).getGraphModel().getGraphVisible(), pointer.x(),
            pointer.y(), REACH_PIXELS * pointer.perPixel()));
    }

    /** Returns the node nearest to a place within reach of its rim; of overlapping discs, by the middle. */
    static Optional<Node> nearest(Graph graph, double x, double y, double reach) {
        Node nearest = null;
        double least = reach;
        double middle = Double.POSITIVE_INFINITY;
        for (Node node : graph.getNodes().toArray()) {
            double distance = Math.hypot(node.x() - x, node.y() - y);
            double rim = Math.max(0, distance - node.size());
            if (rim < least || rim == least && distance < middle) {
                nearest = node;
                least = rim;
                middle = distance;
            }
        }
        return Optional.ofNullable(nearest);
    }
}
