package io.github.memdump.gephi.style;

import io.github.memdump.analysis.Column;
import io.github.memdump.gephi.swing.RoleColour;
import io.github.memdump.task.Task;
import io.github.memdump.view.NodeRole;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gephi.graph.api.Graph;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Node;
import org.openide.util.NbBundle;

/**
 * Sizes nodes by what they keep alive of the new objects, or retain where that was not counted, and colours them by
 * the part they play: old, new, border. Reads the columns alone, so it works without the heap. Nodes that no number is
 * known of keep a small size. One pass over the graph under its write lock.
 */
public final class KeepAliveStyle {
    private static final float SMALLEST = 2.5f;
    private static final float LARGEST = 36;
    /** What an object that keeps one alive gains at most: else small leaks would look as large as big ones. */
    private static final double PER_ROOT_OF_ONE = 1.75;
    private static final float PATH = 5;
    private static final int STEP = 1 << 10;
    private static final Column[] LEADING =
        {Column.KEEPALIVE_NEW_COUNT, Column.KEEPALIVE_COUNT, Column.RETAINED_COUNT};

    private final Column leading;
    private final double scale;

    private KeepAliveStyle(Column leading, double most) {
        this.leading = leading;
        this.scale = Math.min(PER_ROOT_OF_ONE, (LARGEST - SMALLEST) / Math.sqrt(most));
    }

    /**
     * Styles the visible graph of a workspace; rests keep their look.
     *
     * @return how many nodes were styled; 0 if the graph has none of the columns of a heap
     */
    public static int apply(GraphModel model, Task task) {
        Graph graph = model.getGraph();
        Node[] nodes = Attributes.visibleObjects(model);
        Optional<KeepAliveStyle> style = of(model, nodes);
        if (style.isEmpty()) {
            return 0;
        }
        task.phase("Styling", nodes.length);
        graph.writeLock();
        try {
            for (int i = 0; i < nodes.length; i++) {
                style.get().dress(nodes[i]);
                if (i % STEP == STEP - 1) {
                    task.done(STEP);
                }
            }
        } finally {
            graph.writeUnlock();
        }
        style.get().explain(model, nodes);
        return nodes.length;
    }

    private void explain(GraphModel model, Node[] nodes) {
        Map<NodeRole, Integer> counts = new EnumMap<>(NodeRole.class);
        for (Node node : nodes) {
            counts.merge(role(node), 1, Integer::sum);
        }
        PartLook.show(model, counts);
        StyleLegend.show(model, StyleLegend.Part.SIZES, NbBundle.getMessage(KeepAliveStyle.class, "StyleLegend.area",
            leading.id()), List.of());
    }

    private static Optional<KeepAliveStyle> of(GraphModel model, Node[] nodes) {
        for (Column column : LEADING) {
            if (model.getNodeTable().hasColumn(column.id())) {
                double most = 0;
                for (Node node : nodes) {
                    most = Math.max(most, number(node, column));
                }
                if (most > 0) {
                    return Optional.of(new KeepAliveStyle(column, most));
                }
            }
        }
        return Optional.empty();
    }

    private void dress(Node node) {
        NodeRole role = role(node);
        boolean path = role == NodeRole.ROOT || role == NodeRole.OLD || role == NodeRole.HOLDER;
        double value = Math.max(0, number(node, leading));
        boolean sized = !path || leading != Column.KEEPALIVE_NEW_COUNT;
        node.setSize(sized ? (float) (SMALLEST + scale * Math.sqrt(value)) : PATH);
        node.setColor(RoleColour.of(role));
    }

    /** Returns the part that a node plays between two dumps. */
    static NodeRole role(Node node) {
        if ("ROOT".equals(Attributes.text(node, Column.TYPE))) {
            return NodeRole.ROOT;
        }
        String border = Attributes.text(node, Column.BORDER);
        if ("new".equals(border)) {
            return NodeRole.NEW_BORDER;
        }
        if ("old".equals(border)) {
            return NodeRole.HOLDER;
        }
        double inAfter = number(node, Column.IN_AFTER);
        return inAfter > 0 ? NodeRole.NEW : inAfter == 0 ? NodeRole.OLD : NodeRole.CONTAINER;
    }

    private static double number(Node node, Column column) {
        return Attributes.number(node, column).orElse(-1);
    }
}
