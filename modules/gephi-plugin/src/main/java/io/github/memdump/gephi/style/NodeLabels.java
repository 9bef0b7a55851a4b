package io.github.memdump.gephi.style;

import io.github.memdump.analysis.Column;
import io.github.memdump.task.Task;
import io.github.memdump.view.NodeRole;
import io.github.memdump.view.View;
import io.github.memdump.view.ViewGroup;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Node;
import org.openide.util.NbBundle;

/**
 * Which labels are drawn. Every node has one, for tables, search and exports; drawn are those that matter most and
 * stand clear of each other in what is seen of the graph: of old objects that hold new ones first, then of roots and
 * what is on the way from them, the nearest to the roots first, then of the largest nodes, of "+ N more" last.
 */
public final class NodeLabels {
    private static final int MOST = 80;
    /** What is said so often need not be said of every other node of the name. */
    private static final int MOST_ALIKE = 5;
    private static final int FIRST_HOLDERS = 20;
    private static final int OLD = 2;
    private static final double LINE = 1.25;
    /** Between two labels in a line, as a part of the height of letters; without it they read as one. */
    private static final double GAP = 1.2;
    private static final Set<GraphModel> SILENT =
        Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    private NodeLabels() {
    }

    /** Gives the visible nodes of a workspace labels of a kind; returns how many of them are drawn. */
    public static int apply(GraphModel model, LabelText text, Task task) {
        Node[] nodes = Attributes.visibleObjects(model);
        task.phase(NbBundle.getMessage(NodeLabels.class, "style.work"), nodes.length);
        if (text == LabelText.NONE) {
            SILENT.add(model);
            return draw(model);
        }
        SILENT.remove(model);
        model.getGraph().writeLock();
        try {
            for (Node node : nodes) {
                node.setLabel(text.of(node));
            }
        } finally {
            model.getGraph().writeUnlock();
        }
        return draw(model);
    }

    /** Chooses anew which labels of a graph are drawn, in what the Graph window shows of it; returns how many. */
    public static int draw(GraphModel model) {
        Node[] nodes = model.getGraphVisible().getNodes().toArray();
        return draw(model, nodes, GraphCamera.room(model).orElseGet(() -> LabelRoom.of(nodes)));
    }

    /**
     * Returns what has to be seen of a graph to see its nodes, and the names of holders and of paths whole: from where
     * to where to the right, then upwards. Turned round where there is no node.
     */
    public static float[] extent(GraphModel model) {
        Node[] nodes = model.getGraph().getNodes().toArray();
        LabelRoom room = LabelRoom.of(nodes);
        float[] extent = {Float.MAX_VALUE, -Float.MAX_VALUE, Float.MAX_VALUE, -Float.MAX_VALUE};
        for (Node node : nodes) {
            float name = node.getLabel() == null || turn(node) > OLD ? 0 : (float) room.width(node.getLabel()) / 2;
            float half = Math.max(node.size(), name);
            extent[0] = Math.min(extent[0], node.x() - half);
            extent[1] = Math.max(extent[1], node.x() + half);
            extent[2] = Math.min(extent[2], node.y() - node.size());
            extent[3] = Math.max(extent[3], node.y() + node.size());
        }
        return extent;
    }

    /** Chooses anew which labels are drawn; returns whether those of the largest holders and of their ways all are. */
    public static boolean drawsWays(GraphModel model) {
        draw(model);
        return SILENT.contains(model) || HolderWays.of(model, model.getGraphVisible().getNodes().toArray()).stream()
            .allMatch(node -> node.getTextProperties().isVisible());
    }

    /** Chooses which labels are drawn in a part of the plane; outside of it none are. Returns how many. */
    static int draw(GraphModel model, Node[] nodes, LabelRoom room) {
        Set<Node> ways = HolderWays.of(model, nodes);
        Node[] order = order(nodes);
        Arrays.sort(order, Comparator.comparingInt(node -> ways.contains(node) ? 0 : 1));
        List<Drawn> drawn = new ArrayList<>();
        Map<String, Integer> alike = new HashMap<>();
        boolean silent = SILENT.contains(model);
        model.getGraph().writeLock();
        try {
            for (Node node : order) {
                boolean draws = !silent && drawn.size() < MOST && node.getLabel() != null
                    && !node.getLabel().isEmpty() && room.holds(node);
                Drawn candidate = draws ? new Drawn(node, room) : null;
                draws = draws && (turn(node) < OLD || ways.contains(node)
                    || alike.getOrDefault(node.getLabel(), 0) < MOST_ALIKE)
                    && (turn(node) <= OLD || room.holds(node, room.width(node.getLabel())))
                    && drawn.stream().noneMatch(candidate::meets);
                if (draws) {
                    drawn.add(candidate);
                    alike.merge(node.getLabel(), 1, Integer::sum);
                }
                if (node.getTextProperties().isVisible() != draws) {
                    node.getTextProperties().setVisible(draws);
                }
            }
        } finally {
            model.getGraph().writeUnlock();
        }
        return drawn.size();
    }

    /** The largest holders come first, then the ways to them, then other holders, of which there may be hundreds. */
    private static Node[] order(Node[] nodes) {
        Candidate[] order = Arrays.stream(nodes).map(Candidate::new).toArray(Candidate[]::new);
        Arrays.sort(order, Comparator.comparingInt((Candidate node) -> node.place)
            .thenComparingDouble(node -> node.onTheWay).thenComparingDouble(node -> -node.size)
            .thenComparing(node -> node.id));
        int first = 0;
        while (first < Math.min(order.length, FIRST_HOLDERS) && order[first].place == 0) {
            first++;
        }
        Arrays.sort(order, first, order.length, Comparator.comparingInt(node -> node.place == 0 ? OLD : node.place));
        return Arrays.stream(order).map(candidate -> candidate.node).toArray(Node[]::new);
    }

    /** What a node is sorted by, as it was when that began: Gephi and other steps may change a graph meanwhile. */
    private static final class Candidate {
        private final Node node;
        private final int place;
        private final double onTheWay;
        private final float size;
        private final String id;

        Candidate(Node node) {
            this.node = node;
            this.place = place(node);
            this.onTheWay = onTheWay(node);
            this.size = node.size();
            this.id = String.valueOf(node.getId());
        }
    }

    /** Hundreds of equal objects as one node are what a view is about: not to be hidden by some that are old. */
    private static int place(Node node) {
        return isCrowd(node) ? Math.min(1, turn(node)) : turn(node);
    }

    private static boolean isCrowd(Node node) {
        Object objects = node.getTable().hasColumn(View.OBJECTS) ? node.getAttribute(View.OBJECTS) : null;
        return !Attributes.isRest(node) && objects instanceof Number && ((Number) objects).longValue() > 1;
    }

    private static int turn(Node node) {
        if (Attributes.isRest(node)) {
            return OLD + 2;
        }
        NodeRole role = KeepAliveStyle.role(node);
        if (role == NodeRole.HOLDER || String.valueOf(node.getId()).endsWith(ViewGroup.FOLD)) {
            return 0;
        }
        return role == NodeRole.ROOT ? 1 : role == NodeRole.OLD ? OLD : OLD + 1;
    }

    /** Old objects are there for the paths that they are on; what lies deep in a disc comes after these. */
    private static double onTheWay(Node node) {
        return turn(node) == OLD && !isCrowd(node)
            ? Attributes.number(node, Column.ROOT_DISTANCE).orElse(Double.MAX_VALUE) : 0;
    }

    /** A label and the room it takes in the middle of its node, where Gephi writes it. */
    private static final class Drawn {
        private final Node node;
        private final double halfWidth;
        private final double halfHeight;

        Drawn(Node node, LabelRoom room) {
            this.node = node;
            this.halfWidth = (room.width(node.getLabel()) + GAP * room.letter()) / 2;
            this.halfHeight = LINE * room.letter() / 2;
        }

        boolean meets(Drawn other) {
            return Math.abs(node.x() - other.node.x()) < halfWidth + other.halfWidth
                && Math.abs(node.y() - other.node.y()) < halfHeight + other.halfHeight;
        }
    }
}
