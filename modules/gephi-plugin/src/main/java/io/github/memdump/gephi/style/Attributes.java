package io.github.memdump.gephi.style;

import io.github.memdump.analysis.Column;
import io.github.memdump.view.View;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.OptionalDouble;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Node;

/** What the columns of a workspace say of its nodes; empty where there is no such column or no value. */
final class Attributes {
    private Attributes() {
    }

    /** Returns the visible nodes without the rests, which stand for objects of all kinds and keep their look. */
    static Node[] visibleObjects(GraphModel model) {
        return Arrays.stream(model.getGraphVisible().getNodes().toArray()).filter(node -> !isRest(node))
            .toArray(Node[]::new);
    }

    static boolean isRest(Node node) {
        return String.valueOf(node.getId()).endsWith(View.REST);
    }

    static String text(Node node, Column column) {
        Object value = value(node, column);
        return value == null ? "" : value.toString();
    }

    static OptionalDouble number(Node node, Column column) {
        Object value = value(node, column);
        return value instanceof Number ? OptionalDouble.of(((Number) value).doubleValue()) : OptionalDouble.empty();
    }

    /** Returns the least and the most of the numbers that nodes have in a column, and how many have one. */
    static DoubleSummaryStatistics numbers(Node[] nodes, Column column) {
        return Arrays.stream(nodes).map(node -> number(node, column)).flatMapToDouble(OptionalDouble::stream)
            .summaryStatistics();
    }

    private static Object value(Node node, Column column) {
        return node.getTable().hasColumn(column.id()) ? node.getAttribute(column.id()) : null;
    }
}
