package io.github.memdump.gephi.workspace;

import io.github.memdump.gephi.heap.NodePlaces;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gephi.graph.api.Graph;
import org.gephi.graph.api.Node;

/** Gives nodes that have come into a graph a place near their neighbours; what was there does not move. */
final class Newcomers {
    private final Graph graph;
    private final Set<Node> waiting = new HashSet<>();
    private final Deque<Node> standing = new ArrayDeque<>();
    private final Placement placement;
    private double middleX;
    private double middleY;

    private Newcomers(Graph graph, List<Node> added) {
        this.graph = graph;
        waiting.addAll(added);
        double sizes = 0;
        int count = 0;
        for (Node node : graph.getNodes().toArray()) {
            if (!waiting.contains(node)) {
                sizes += node.size();
                middleX += node.x();
                middleY += node.y();
                standing.add(node);
                count++;
            }
        }
        middleX /= Math.max(1, count);
        middleY /= Math.max(1, count);
        placement = new Placement(count == 0 ? 1 : 2 * sizes / count);
        standing.forEach(this::occupy);
    }

    /** Places the nodes that are new in a graph, whose sizes fit the others' after they are scaled. */
    static void place(Graph graph, List<Node> added, float scale, NodePlaces places) {
        Newcomers newcomers = new Newcomers(graph, added);
        for (Node node : added) {
            node.setSize(node.size() * scale);
            if (places.restore(node)) {
                newcomers.stand(node);
            }
        }
        newcomers.settle();
    }

    private void occupy(Node node) {
        placement.occupy(node.x(), node.y(), node.size());
    }

    private void stand(Node node) {
        waiting.remove(node);
        occupy(node);
        standing.add(node);
    }

    /** From those that stand to their neighbours, and on to theirs; what hangs on nothing goes beside the graph. */
    private void settle() {
        while (!waiting.isEmpty()) {
            while (!standing.isEmpty()) {
                Node anchor = standing.poll();
                for (Node neighbour : neighbours(anchor)) {
                    if (waiting.remove(neighbour)) {
                        put(neighbour, anchor.x(), anchor.y(), anchor.size(), away(anchor, neighbour));
                    }
                }
            }
            if (!waiting.isEmpty()) {
                Node alone = waiting.iterator().next();
                waiting.remove(alone);
                put(alone, (float) middleX, (float) middleY, 0, -Math.PI / 2);
            }
        }
    }

    private void put(Node node, float x, float y, float reach, double direction) {
        float[] place = placement.near(x, y, reach, node.size(), direction);
        node.setPosition(place[0], place[1]);
        standing.add(node);
    }

    private List<Node> neighbours(Node node) {
        List<Node> neighbours = new ArrayList<>();
        for (Node neighbour : graph.getNeighbors(node).toArray()) {
            if (waiting.contains(neighbour)) {
                neighbours.add(neighbour);
            }
        }
        neighbours.sort((one, other) -> String.valueOf(one.getId()).compareTo(String.valueOf(other.getId())));
        return neighbours;
    }

    /** The direction away from what an anchor hangs on already, or from the middle of the graph. */
    private double away(Node anchor, Node newcomer) {
        double x = 0;
        double y = 0;
        for (Node neighbour : graph.getNeighbors(anchor).toArray()) {
            if (neighbour != newcomer && !waiting.contains(neighbour)) {
                double distance = Math.max(1e-3, Math.hypot(neighbour.x() - anchor.x(), neighbour.y() - anchor.y()));
                x -= (neighbour.x() - anchor.x()) / distance;
                y -= (neighbour.y() - anchor.y()) / distance;
            }
        }
        return Math.hypot(x, y) > 0.1 ? Math.atan2(y, x) : Math.atan2(anchor.y() - middleY, anchor.x() - middleX);
    }
}
