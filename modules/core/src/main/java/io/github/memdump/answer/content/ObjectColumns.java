package io.github.memdump.answer.content;

import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;
import io.github.memdump.answer.CellKind;
import io.github.memdump.answer.TableColumn;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The columns of objects as columns of a table whose rows are ids of objects. */
public final class ObjectColumns {
    private ObjectColumns() {
    }

    /** Returns columns for machines, in the given order. */
    public static List<TableColumn<Integer>> of(Findings findings, List<Column> columns) {
        return columns.stream().map(column -> of(findings, column)).collect(Collectors.toUnmodifiableList());
    }

    /** Returns a column for machines; {@link TableColumn#titled} shows it to people too. */
    public static TableColumn<Integer> of(Findings findings, Column column) {
        if (column.kind() == Column.Kind.TEXT) {
            return TableColumn.text(kind(column), column.id(), object -> findings.text(column, object));
        }
        return TableColumn.numbers(kind(column), column.id(), object -> {
            long number = findings.number(column, object);
            return number == Findings.ABSENT ? TableColumn.ABSENT : number;
        });
    }

    /** Returns columns for people alone, in the given order, titled by their names or as {@code titles} says. */
    public static List<TableColumn<Integer>> titled(Findings findings, Map<Column, String> titles, Column... columns) {
        return Arrays.stream(columns)
            .map(column -> of(findings, column).forPeople(titles.getOrDefault(column, column.id())))
            .collect(Collectors.toUnmodifiableList());
    }

    /** Returns where objects were allocated, {@code file:line}, for people. */
    public static TableColumn<Integer> site(Findings findings) {
        return TableColumn.<Integer>text(CellKind.SITE, null, object -> {
            String file = findings.text(Column.FILE, object);
            String line = findings.text(Column.LINE, object);
            return line.isEmpty() ? file : file + ":" + line;
        }).titled("allocated at");
    }

    private static CellKind kind(Column column) {
        switch (column) {
            case MEMSIZE:
            case RETAINED_SIZE:
            case HELD_NEW_SIZE:
            case GROWN_MEMSIZE:
                return CellKind.BYTES;
            case OBJECT:
            case ADDRESS:
            case DOMINATOR:
                return CellKind.OBJECT;
            case CLASS:
                return CellKind.CLASS;
            case GENERATION:
            case LINE:
            case IN_AFTER:
            case FIRST_DUMP:
            case KEEPALIVE_ESTIMATED:
            case FROZEN:
            case SHARED:
            case EMBEDDED:
            case AGE:
            case OLD:
            case PINNED:
            case SHAPE:
            case FD:
                return CellKind.NUMBER;
            default:
                return column.kind() == Column.Kind.TEXT ? CellKind.TEXT : CellKind.COUNT;
        }
    }
}
