package io.github.memdump.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * A table of an answer: typed columns over rows that are made when they are asked for, so that a table of millions of
 * objects costs no memory of its own. Immutable; as thread-safe as its rows.
 *
 * @param <R> what a row is about
 */
public final class AnswerTable<R> {
    /** Show every row unless fewer are asked for. */
    public static final int ALL = Integer.MAX_VALUE;

    private final String field;
    private final String title;
    private final String note;
    private final List<TableColumn<R>> columns;
    private final int size;
    private final int total;
    private final int shown;
    private final int longest;
    private final boolean hasOmissions;
    private final IntFunction<R> rows;
    private final IntFunction<String> indents;

    private AnswerTable(Builder<R> builder) {
        this.field = builder.field;
        this.title = builder.title;
        this.note = builder.note;
        this.columns = List.copyOf(builder.columns);
        this.size = builder.size;
        this.total = Math.max(builder.size, builder.total);
        this.shown = builder.shown;
        this.longest = builder.longest;
        this.hasOmissions = builder.hasOmissions;
        this.rows = builder.rows;
        this.indents = builder.indents;
    }

    /** Begins a table over a list; the field is its name for machines, empty if it is for people alone. */
    public static <R> Builder<R> of(String field, List<R> rows) {
        return new Builder<>(field, rows.size(), rows::get);
    }

    /** Begins a table of objects by their ids. */
    public static Builder<Integer> ofObjects(String field, int[] objects) {
        return new Builder<>(field, objects.length, row -> objects[row]);
    }

    /** Begins a table over any rows. */
    public static <R> Builder<R> of(String field, int size, IntFunction<R> rows) {
        return new Builder<>(field, size, rows);
    }

    /** Returns the name in JSON, empty if the table is for people alone. */
    public String field() {
        return field;
    }

    /** Returns the heading, empty if there is none. */
    public String title() {
        return title;
    }

    /** Returns the sentence below the table that explains it, empty if there is none. */
    public String note() {
        return note;
    }

    /** Returns the columns in their order. */
    public List<TableColumn<R>> columns() {
        return columns;
    }

    /** Returns the number of rows that the table has. */
    public int size() {
        return size;
    }

    /** Returns the number of rows that there are, of which a table may have been given the first alone. */
    public int total() {
        return total;
    }

    /** Returns whether the rows belong together, as those of a path do, so that nobody asks for the first of them. */
    public boolean isWhole() {
        return longest < ALL;
    }

    /**
     * Returns the rows that people see, counted from 0; some are left out between two that do not follow each other.
     *
     * @param top how many rows were asked for; if empty, as many as the table shows by itself
     */
    public IntStream forPeople(OptionalInt top) {
        int limit = Math.min(size, isWhole() ? shown : top.orElse(shown));
        return size <= longest || !isWhole() ? IntStream.range(0, limit)
            : IntStream.concat(IntStream.range(0, longest / 2), IntStream.range(size - longest / 2, size));
    }

    /** Returns whether people are told how many rows they do not see. */
    public boolean hasOmissions() {
        return hasOmissions;
    }

    /** Returns a row, counted from 0. */
    public R row(int index) {
        return rows.apply(index);
    }

    /** Returns what stands in front of the first text of a row: its place in a tree. Empty in a plain table. */
    public String indent(int index) {
        return indents.apply(index);
    }

    /** Returns whether a person sees any of it; an empty table says nothing to anybody. */
    public boolean isForPeople() {
        return size > 0 && columns.stream().anyMatch(TableColumn::isForPeople);
    }

    /** Returns the table as people alone see it. */
    public AnswerTable<R> forPeopleAlone() {
        return new AnswerTable<>(copy(""));
    }

    /** Returns the table as machines alone see it. */
    public AnswerTable<R> forMachinesAlone() {
        Builder<R> copy = copy(field);
        copy.columns.removeIf(column -> !column.isForMachines());
        copy.columns.replaceAll(TableColumn::forMachinesAlone);
        return new AnswerTable<>(copy);
    }

    private Builder<R> copy(String name) {
        Builder<R> copy = new Builder<>(name, size, rows);
        copy.columns.addAll(columns);
        copy.title = title;
        copy.note = note;
        copy.total = total;
        copy.shown = shown;
        copy.longest = longest;
        copy.hasOmissions = hasOmissions;
        copy.indents = indents;
        return copy;
    }

    /** Builds a table. Not thread-safe. */
    public static final class Builder<R> {
        private final String field;
        private final int size;
        private final IntFunction<R> rows;
        private final List<TableColumn<R>> columns = new ArrayList<>();
        private String title = "";
        private String note = "";
        private int total;
        private int shown = ALL;
        private int longest = ALL;
        private boolean hasOmissions = true;
        private IntFunction<String> indents = row -> "";

        private Builder(String field, int size, IntFunction<R> rows) {
            this.field = field;
            this.size = size;
            this.rows = rows;
        }

        /** Adds a column. */
        public Builder<R> column(TableColumn<R> column) {
            columns.add(column);
            return this;
        }

        /** Adds columns. */
        public Builder<R> columns(List<TableColumn<R>> more) {
            columns.addAll(more);
            return this;
        }

        /** Sets the heading. */
        public Builder<R> titled(String heading) {
            title = heading;
            return this;
        }

        /** Sets the sentence below the table. */
        public Builder<R> note(String sentence) {
            note = sentence;
            return this;
        }

        /** Says that the rows are the first of more. */
        public Builder<R> firstOf(int all) {
            total = all;
            return this;
        }

        /** Sets how many rows people see unless they ask for more or fewer. */
        public Builder<R> showing(int rowCount) {
            shown = rowCount;
            return this;
        }

        /** Keeps the rows together, whatever is asked for. */
        public Builder<R> whole() {
            return whole(ALL - 1);
        }

        /** Keeps the rows together, as those of a path: machines see all, people both ends of a longer table. */
        public Builder<R> whole(int most) {
            longest = most;
            return this;
        }

        /** Sets what stands in front of the first text of a row: its place in a tree. */
        public Builder<R> indented(IntFunction<String> places) {
            indents = places;
            return this;
        }

        /** Returns the table. */
        public AnswerTable<R> build() {
            return new AnswerTable<>(this);
        }
    }
}
