package io.github.memdump.gephi.statistics;

import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;
import org.gephi.graph.api.Node;
import org.gephi.graph.api.Table;

/** A column of Gephi's node table that a statistic writes. Its type is whoever's made it first. */
final class FigureColumn {
    private final Column column;
    private final Class<?> type;

    private FigureColumn(Column column, Class<?> type) {
        this.column = column;
        this.type = type;
    }

    /** Returns the column, made where it is not there yet. */
    static FigureColumn of(Table table, Column column) {
        org.gephi.graph.api.Column there = table.getColumn(column.id());
        if (there == null) {
            there = table.addColumn(column.id(), column.id(), type(column), null);
        }
        return new FigureColumn(column, there.getTypeClass());
    }

    private static Class<?> type(Column column) {
        if (column.kind() == Column.Kind.TEXT) {
            return String.class;
        }
        return column == Column.RETAINED_SIZE ? Long.class : Integer.class;
    }

    /** Returns whether it can be written; a column of another type belongs to somebody else. */
    boolean isWritable() {
        return column.kind() == Column.Kind.TEXT ? type == String.class
            : type == Integer.class || type == Long.class || type == Double.class;
    }

    /** Returns its name. */
    String id() {
        return column.id();
    }

    /** Writes the figure of an item to its node, if there is one. */
    void write(ItemFigures figures, int item, Node node) {
        if (column.kind() == Column.Kind.TEXT) {
            String text = figures.text(column, item);
            if (!text.isEmpty()) {
                node.setAttribute(column.id(), text);
            }
            return;
        }
        long number = figures.number(column, item);
        if (number == Findings.ABSENT) {
            return;
        }
        if (type == Integer.class) {
            node.setAttribute(column.id(), (int) Math.min(Integer.MAX_VALUE, number));
        } else if (type == Long.class) {
            node.setAttribute(column.id(), number);
        } else {
            node.setAttribute(column.id(), (double) number);
        }
    }
}
