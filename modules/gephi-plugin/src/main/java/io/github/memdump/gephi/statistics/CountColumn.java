package io.github.memdump.gephi.statistics;

import org.gephi.graph.api.Column;
import org.gephi.graph.api.Node;
import org.gephi.graph.api.Table;

/** A column of counts in Gephi's node table, made where it is not there yet. */
final class CountColumn {
    private final String id;
    private final Class<?> type;

    private CountColumn(String id, Class<?> type) {
        this.id = id;
        this.type = type;
    }

    /** Returns the column of an id. One that holds no whole numbers belongs to somebody else, and is not written. */
    static CountColumn of(Table table, String id) {
        Column column = table.getColumn(id);
        if (column == null) {
            column = table.addColumn(id, id, Integer.class, null);
        }
        return new CountColumn(id, column.getTypeClass());
    }

    /** Returns whether counts can be written. */
    boolean isWritable() {
        return type == Integer.class || type == Long.class || type == Double.class;
    }

    void set(Node node, int count) {
        if (type == Integer.class) {
            node.setAttribute(id, count);
        } else if (type == Long.class) {
            node.setAttribute(id, (long) count);
        } else if (type == Double.class) {
            node.setAttribute(id, (double) count);
        }
    }
}
