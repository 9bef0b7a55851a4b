package io.github.memdump.gephi.layout;

import io.github.memdump.analysis.Column;
import java.util.Comparator;
import org.gephi.graph.api.Node;
import org.openide.util.NbBundle;

/** In which order siblings stand; equals stand in the order of their ids, so that a new node moves no other past it. */
public enum TreeOrder {
    /** By retained size, the largest first. */
    RETAINED(Comparator.comparingDouble((Node node) -> -number(node, Column.RETAINED_SIZE))),
    /** By the number of retained objects, the most first. */
    COUNT(Comparator.comparingDouble((Node node) -> -number(node, Column.RETAINED_COUNT))),
    /** By class name. */
    CLASS(Comparator.comparing((Node node) -> text(node, Column.CLASS)));

    private final Comparator<Node> order;

    TreeOrder(Comparator<Node> order) {
        this.order = order.thenComparing(node -> String.valueOf(node.getId()));
    }

    /** Returns the order, in which no two nodes are equal. */
    Comparator<Node> comparator() {
        return order;
    }

    /** Returns the order in words. */
    String words() {
        return NbBundle.getMessage(TreeOrder.class, "TreeOrder." + name());
    }

    private static double number(Node node, Column column) {
        Object value = node.getTable().hasColumn(column.id()) ? node.getAttribute(column.id()) : null;
        return value instanceof Number ? ((Number) value).doubleValue() : 0;
    }

    private static String text(Node node, Column column) {
        Object value = node.getTable().hasColumn(column.id()) ? node.getAttribute(column.id()) : null;
        return value == null ? "" : value.toString();
    }
}
