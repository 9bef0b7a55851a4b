package io.github.memdump.gephi.answer;

import io.github.memdump.answer.AnswerTable;
import io.github.memdump.answer.CellKind;
import io.github.memdump.answer.Figures;
import io.github.memdump.answer.TableColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import javax.swing.table.AbstractTableModel;

/** The first rows of a table of an answer, for the screen: cells as they are for sorting, and as people read them. */
final class AnswerRows extends AbstractTableModel {
    /** More rows nobody reads. */
    static final int MOST = 5_000;
    private static final long serialVersionUID = 1L;

    private final transient List<TableColumn<Object>> columns;
    private final transient List<Object[]> cells = new ArrayList<>();
    private final transient List<String> indents = new ArrayList<>();
    private final transient List<String> objects = new ArrayList<>();
    private final transient List<Optional<RowSubject>> subjects = new ArrayList<>();
    private final transient List<long[]> courses = new ArrayList<>();
    private final boolean isTree;

    AnswerRows(AnswerTable<?> table) {
        this(table, 0);
    }

    @SuppressWarnings("unchecked")
    private AnswerRows(AnswerTable<?> table, int none) {
        AnswerTable<Object> rows = (AnswerTable<Object>) table;
        columns = rows.columns().stream().filter(TableColumn::isForPeople).collect(Collectors.toList());
        // What names things comes first on the screen.
        columns.sort((one, other) -> Boolean.compare(one.kind().isNumber(), other.kind().isNumber()));
        Optional<TableColumn<Object>> object = rows.columns().stream()
            .filter(column -> column.kind() == CellKind.OBJECT && column.isForMachines()).findFirst();
        for (int index : rows.forPeople(OptionalInt.of(MOST)).toArray()) {
            Object row = rows.row(index);
            cells.add(columns.stream().map(column -> column.cell(row)).toArray());
            indents.add(rows.indent(index));
            objects.add(object.map(column -> String.valueOf(column.cell(row))).orElse(""));
            subjects.add(subject(rows, row));
            courses.add(rows.columns().stream().map(column -> column.cell(row)).filter(long[].class::isInstance)
                .map(long[].class::cast).findFirst().orElse(new long[0]));
        }
        isTree = indents.stream().anyMatch(indent -> !indent.isEmpty());
    }

    /** A class at a line is more than one of its objects, an object more than its class. */
    private static Optional<RowSubject> subject(AnswerTable<Object> rows, Object row) {
        Optional<String> object = cell(rows, row, CellKind.OBJECT);
        Optional<String> kind = cell(rows, row, CellKind.CLASS);
        Optional<String> site = cell(rows, row, CellKind.SITE);
        return site.isPresent() && kind.isPresent()
            ? Optional.of(RowSubject.ofClassAtSite(kind.get(), site.get(), object.filter(known -> !known.isEmpty())))
            : object.filter(known -> !known.isEmpty()).map(RowSubject::ofObject)
                .or(() -> kind.map(RowSubject::ofClass));
    }

    private static Optional<String> cell(AnswerTable<Object> rows, Object row, CellKind kind) {
        return rows.columns().stream().filter(column -> column.kind() == kind && column.isForMachines())
            .map(column -> column.cell(row)).filter(String.class::isInstance).map(String.class::cast).findFirst();
    }

    /** Returns what a row stands for, nothing if it is about no objects. */
    Optional<RowSubject> subject(int row) {
        return subjects.get(row);
    }

    /** Returns whether rows belong below each other, so that they are not to be sorted. */
    boolean isTree() {
        return isTree;
    }

    /** Returns the identity of the object that a row is about, empty if it is about none. */
    String object(int row) {
        return objects.get(row);
    }

    /** Returns the figures of a row over the dumps, none if it has no such. */
    long[] course(int row) {
        return courses.get(row);
    }

    /** Returns whether rows have figures over the dumps. */
    boolean haveCourses() {
        return courses.stream().anyMatch(course -> course.length > 1);
    }

    /** Returns the first text of a row. */
    String name(int row) {
        return text(row, 0).trim();
    }

    /** Returns what people read in a cell. */
    String text(int row, int column) {
        return (column == 0 ? indents.get(row) : "") + Figures.cell(columns.get(column), cells.get(row)[column]);
    }

    boolean isNumber(int column) {
        return columns.get(column).kind().isNumber();
    }

    @Override
    public int getRowCount() {
        return cells.size();
    }

    @Override
    public int getColumnCount() {
        return columns.size();
    }

    @Override
    public String getColumnName(int column) {
        return columns.get(column).title();
    }

    @Override
    public Class<?> getColumnClass(int column) {
        return isNumber(column) ? Double.class : String.class;
    }

    /** Numbers as numbers, so that they sort as such; what is absent sorts first. */
    @Override
    public Object getValueAt(int row, int column) {
        Object cell = cells.get(row)[column];
        if (isNumber(column)) {
            return cell instanceof Number ? ((Number) cell).doubleValue() : Double.NEGATIVE_INFINITY;
        }
        return text(row, column);
    }
}
