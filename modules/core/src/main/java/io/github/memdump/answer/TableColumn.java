package io.github.memdump.answer;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table: what a cell is, what machines call it and what people read above it. A column without a field
 * is for people alone, one without a title for machines alone. Immutable; as thread-safe as what gives its cells.
 *
 * @param <R> what a row is about
 */
public final class TableColumn<R> {
    /** The number that stands for a cell to which the column does not apply: null for machines, empty for people. */
    public static final long ABSENT = Long.MIN_VALUE;

    private final CellKind kind;
    private final @Nullable String field;
    private final @Nullable String title;
    private final String absent;
    private final boolean isOptional;
    private final Function<R, Object> cells;

    private TableColumn(CellKind kind, @Nullable String field, @Nullable String title, String absent,
        Function<R, Object> cells) {
        this(kind, field, title, absent, false, cells);
    }

    private TableColumn(CellKind kind, @Nullable String field, @Nullable String title, String absent,
        boolean isOptional, Function<R, Object> cells) {
        this.isOptional = isOptional;
        this.kind = kind;
        this.field = field;
        this.title = title;
        this.absent = absent;
        this.cells = cells;
    }

    /** Returns a column of whole numbers for machines; {@link #titled} shows it to people too. */
    public static <R> TableColumn<R> count(@Nullable String field, ToLongFunction<R> cells) {
        return numbers(CellKind.COUNT, field, cells);
    }

    /** Returns a column of bytes. */
    public static <R> TableColumn<R> bytes(@Nullable String field, ToLongFunction<R> cells) {
        return numbers(CellKind.BYTES, field, cells);
    }

    /** Returns a column of whole numbers of a kind. */
    public static <R> TableColumn<R> numbers(CellKind kind, @Nullable String field, ToLongFunction<R> cells) {
        return new TableColumn<>(kind, field, null, "", row -> {
            long number = cells.applyAsLong(row);
            return number == ABSENT ? null : (Object) number;
        });
    }

    /** Returns a column of fractional numbers: shares or slopes. */
    public static <R> TableColumn<R> fractions(CellKind kind, @Nullable String field, ToDoubleFunction<R> cells) {
        return new TableColumn<>(kind, field, null, "", row -> {
            double number = cells.applyAsDouble(row);
            return Double.isNaN(number) ? null : (Object) number;
        });
    }

    /** Returns a column, for people, of the share that a number has of a whole; empty if the whole is 0. */
    public static <R> TableColumn<R> share(ToLongFunction<R> part, long whole) {
        return fractions(CellKind.SHARE, null, row -> whole == 0 ? Double.NaN : part.applyAsLong(row) / (double) whole);
    }

    /** Returns a column of texts. */
    public static <R> TableColumn<R> text(@Nullable String field, Function<R, String> cells) {
        return text(CellKind.TEXT, field, cells);
    }

    /** Returns a column of texts of a kind. */
    public static <R> TableColumn<R> text(CellKind kind, @Nullable String field, Function<R, String> cells) {
        return new TableColumn<>(kind, field, null, "", cells::apply);
    }

    /** Returns a column of yes and no for machines. */
    public static <R> TableColumn<R> flag(String field, Predicate<R> cells) {
        return new TableColumn<>(CellKind.TEXT, field, null, "", cells::test);
    }

    /** Returns a column of rows of numbers for machines. */
    public static <R> TableColumn<R> numberList(String field, Function<R, long[]> cells) {
        return new TableColumn<>(CellKind.NUMBER, field, null, "", cells::apply);
    }

    /** Returns a column of lists of texts for machines. */
    public static <R> TableColumn<R> textList(String field, Function<R, List<String>> cells) {
        return new TableColumn<>(CellKind.TEXT, field, null, "", cells::apply);
    }

    /** Returns a column of answers inside the row for machines: an object each. */
    public static <R> TableColumn<R> inner(String field, Function<R, Answer> cells) {
        return new TableColumn<>(CellKind.INNER, field, null, "", cells::apply);
    }

    /** Returns a column of tables inside the row for machines: an array of objects each. */
    public static <R> TableColumn<R> innerTable(String field, Function<R, AnswerTable<?>> cells) {
        return new TableColumn<>(CellKind.INNER, field, null, "", cells::apply);
    }

    /** Returns the column as people see it too, under a title, which may be empty. */
    public TableColumn<R> titled(String above) {
        return new TableColumn<>(kind, field, above, absent, isOptional, cells);
    }

    /** Returns the column as people alone see it, under a title. */
    public TableColumn<R> forPeople(String above) {
        return new TableColumn<>(kind, null, above, absent, cells);
    }

    /** Returns the column as machines alone see it. */
    TableColumn<R> forMachinesAlone() {
        return new TableColumn<>(kind, field, null, absent, isOptional, cells);
    }

    /** Returns the column with what people read where a cell is empty or absent. */
    public TableColumn<R> orElse(String instead) {
        return new TableColumn<>(kind, field, title, instead, isOptional, cells);
    }

    /** Returns the column without a field in JSON where a cell is empty or absent. */
    public TableColumn<R> optional() {
        return new TableColumn<>(kind, field, title, absent, true, cells);
    }

    /** Returns whether a cell of this column is left out of JSON: an optional one that says nothing. */
    public boolean isLeftOut(Object cell) {
        return isOptional && (isAbsent(cell) || "".equals(cell));
    }

    /** Returns the column over rows of which only a part is what this column is about. */
    public <S> TableColumn<S> over(Function<S, R> part) {
        return new TableColumn<>(kind, field, title, absent, isOptional, row -> cells.apply(part.apply(row)));
    }

    /** Returns what a cell is. */
    public CellKind kind() {
        return kind;
    }

    /** Returns whether machines see the column. */
    public boolean isForMachines() {
        return field != null;
    }

    /** Returns whether people see the column. */
    public boolean isForPeople() {
        return title != null;
    }

    /** Returns the name in JSON and CSV; empty if machines do not see the column. */
    public String field() {
        return field == null ? "" : field;
    }

    /** Returns what stands above the column; empty if people do not see it. */
    public String title() {
        return title == null ? "" : title;
    }

    /** Returns what people read where a cell is empty or absent. */
    public String absent() {
        return absent;
    }

    /**
     * Returns the cell of a row: a Long, Double, String, Boolean, {@code long[]}, List of String, {@link Answer} or
     * {@link AnswerTable}; or {@link #isAbsent} says yes.
     */
    public Object cell(R row) {
        Object cell = cells.apply(row);
        return cell == null ? Absent.CELL : cell;
    }

    /** Returns the cell that stands for nothing. */
    static Object absentCell() {
        return Absent.CELL;
    }

    /** Returns whether a cell stands for nothing. */
    public static boolean isAbsent(Object cell) {
        return cell == Absent.CELL;
    }

    private enum Absent {
        CELL
    }
}
