package io.github.memdump.cli.report;

import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;
import io.github.memdump.text.XmlText;
import io.github.memdump.view.View;
import io.github.memdump.view.ViewNode;
import org.gephi.graph.api.Node;
import org.gephi.graph.api.Origin;
import org.gephi.graph.api.Table;

/** The columns of an object as columns of Gephi's node table, numbers as numbers. */
final class NodeColumns {
    private NodeColumns() {
    }

    /** Adds the columns, in their order and under their names. */
    static void addTo(Table table, View view) {
        table.addColumn(View.RANK, View.RANK, Double.class, Origin.DATA, null, true);
        for (Column column : Column.ofView()) {
            table.addColumn(column.id(), column.id(), type(column), Origin.DATA, null, true);
        }
        if (hasGroups(view)) {
            table.addColumn(View.OBJECTS, View.OBJECTS, Long.class, Origin.DATA, null, true);
        }
    }

    /** Returns whether nodes of a view stand for several objects, so that their number is worth a column. */
    static boolean hasGroups(View view) {
        return view.nodes().stream().anyMatch(node -> node.group().isPresent());
    }

    /** Returns the class of a column's values. */
    static Class<?> type(Column column) {
        if (column.kind() == Column.Kind.TEXT) {
            return String.class;
        }
        return column.isWide() ? Long.class : Integer.class;
    }

    /** Sets the values of a node; where a column does not apply, it stays empty. What was cut off has only a name. */
    static void fill(Node node, View view, ViewNode shown) {
        if (view.isRest(shown)) {
            node.setAttribute(Column.OBJECT.id(), XmlText.clean(view.text(Column.OBJECT, shown)));
            return;
        }
        if (node.getTable().hasColumn(View.OBJECTS)) {
            node.setAttribute(View.OBJECTS, shown.objects());
        }
        node.setAttribute(View.RANK, view.rank(shown));
        for (Column column : Column.ofView()) {
            if (column.kind() == Column.Kind.TEXT) {
                String text = view.text(column, shown);
                if (!text.isEmpty()) {
                    node.setAttribute(column.id(), XmlText.clean(text));
                }
            } else {
                long number = view.number(column, shown);
                if (number != Findings.ABSENT) {
                    Object boxed = column.isWide() ? (Object) number : (Object) Math.toIntExact(number);
                    node.setAttribute(column.id(), boxed);
                }
            }
        }
    }
}
