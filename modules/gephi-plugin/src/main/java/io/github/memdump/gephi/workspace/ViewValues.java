package io.github.memdump.gephi.workspace;

import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;
import io.github.memdump.text.Printable;
import io.github.memdump.view.View;
import io.github.memdump.view.ViewNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** The values of a view's node columns as Gephi's tables hold them. */
final class ViewValues {
    private ViewValues() {
    }

    /** What is looked at first comes first in the Data Laboratory. */
    private static final List<Column> FIRST = List.of(Column.CLASS, Column.KEEPALIVE_NEW_COUNT, Column.HELD_NEW_COUNT,
        Column.HELD_NEW_SIZE, Column.GROWN_MEMSIZE, Column.RETAINED_SIZE, Column.RETAINED_COUNT, Column.TYPE,
        Column.IN_AFTER, Column.BORDER);

    /** Returns the columns of a node table in their order. */
    static List<Column> columns() {
        List<Column> columns = new ArrayList<>(FIRST);
        Column.ofView().stream().filter(column -> !FIRST.contains(column)).forEach(columns::add);
        // These say what the id of a node says.
        columns.remove(Column.OBJECT);
        columns.remove(Column.ADDRESS);
        columns.add(Column.OBJECT);
        columns.add(Column.ADDRESS);
        return columns;
    }

    /** Returns what kind of value a column holds. */
    static Class<?> type(Column column) {
        if (column.kind() == Column.Kind.TEXT) {
            return String.class;
        }
        // Lines as in the projects that are saved already.
        return column.isWide() || column == Column.LINE ? Long.class : Integer.class;
    }

    /**
     * Hands over the columns of a node and their values, those that it has. What the budget cut off has a name and
     * nothing else: whatever Gephi ranks, filters or sorts by passes it by.
     */
    static void each(View view, ViewNode node, BiConsumer<String, Object> taker) {
        if (view.isRest(node)) {
            of(view, Column.OBJECT, node).ifPresent(value -> taker.accept(Column.OBJECT.id(), value));
            return;
        }
        taker.accept(View.RANK, view.rank(node));
        for (Column column : Column.ofView()) {
            of(view, column, node).ifPresent(value -> taker.accept(column.id(), value));
        }
        taker.accept(View.OBJECTS, node.objects());
    }

    /** Text that cannot be shown is escaped as in labels. */
    private static Optional<Object> of(View view, Column column, ViewNode node) {
        if (column.kind() == Column.Kind.TEXT) {
            String text = Printable.of(view.text(column, node));
            return text.isEmpty() ? Optional.empty() : Optional.of(text);
        }
        long number = view.number(column, node);
        if (number == Findings.ABSENT) {
            return Optional.empty();
        }
        return Optional.of(type(column) == Long.class ? (Object) number
            : (Object) (int) Math.min(Integer.MAX_VALUE, number));
    }
}
