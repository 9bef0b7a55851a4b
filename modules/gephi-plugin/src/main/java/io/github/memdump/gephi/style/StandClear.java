package io.github.memdump.gephi.style;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Node;

/**
 * Makes room for the names of the few nodes that a step has left: those of nodes side by side would be written on one
 * another, so one of them would have none. What has no name is moved up or down by some lines, what the step was
 * about included.
 */
public final class StandClear {
    /** Of more nodes not all can have names. */
    private static final int MOST_NODES = 60;
    private static final int MOST_LINES = 4;
    private static final double LINE = 1.3;

    /** Of nodes that were moved by their ids, where they stood and where they were put. */
    private static final Map<GraphModel, Map<Object, float[]>> MOVED =
        Collections.synchronizedMap(new WeakHashMap<>());

    private StandClear() {
    }

    /** Puts what was moved back where it stood, for a step that is taken back; what the user has moved since stays. */
    public static void back(GraphModel model) {
        Map<Object, float[]> moved = MOVED.remove(model);
        if (moved != null) {
            moved.forEach((id, places) -> {
                Node node = model.getGraph().getNode(id);
                if (node != null && node.y() == places[1]) {
                    node.setY(places[0]);
                }
            });
        }
    }

    /** Chooses which labels are drawn, and moves nodes without one if they are few; returns how many were moved. */
    public static int draw(GraphModel model) {
        NodeLabels.draw(model);
        Node[] nodes = model.getGraphVisible().getNodes().toArray();
        return nodes.length > MOST_NODES ? 0
            : draw(model, nodes, GraphCamera.room(model).orElseGet(() -> LabelRoom.of(nodes)));
    }

    /** Chooses which labels are drawn in a part of the plane; quadratic in the nodes, which are few. */
    static int draw(GraphModel model, Node[] nodes, LabelRoom room) {
        int most = NodeLabels.draw(model, nodes, room);
        Set<Node> moved = new HashSet<>();
        for (Node node : nodes) {
            if (node.getTextProperties().isVisible() || Attributes.isRest(node) || node.getLabel() == null
                || node.getLabel().isEmpty() || !room.holds(node, room.width(node.getLabel()))) {
                continue;
            }
            float y = node.y();
            int drawn = most;
            for (int line = 2; line <= 2 * MOST_LINES + 1 && drawn <= most; line++) {
                // Up, down, two lines up, and so on.
                node.setY(y + (float) ((line % 2 == 0 ? -1 : 1) * (line / 2) * LINE * room.letter()));
                drawn = NodeLabels.draw(model, nodes, room);
            }
            if (drawn > most) {
                most = drawn;
                moved.add(node);
                MOVED.computeIfAbsent(model, none -> new HashMap<>()).merge(node.getId(), new float[] {y, node.y()},
                    (first, now) -> new float[] {first[0], now[1]});
            } else {
                node.setY(y);
            }
        }
        NodeLabels.draw(model, nodes, room);
        return moved.size();
    }
}
