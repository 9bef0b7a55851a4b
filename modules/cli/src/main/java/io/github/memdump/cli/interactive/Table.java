package io.github.memdump.cli.interactive;

import io.github.memdump.answer.Figures;
import io.github.memdump.answer.render.TextTable;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** Rows that print as a table: the first ones, and how many there are besides. Immutable, thread-safe. */
public final class Table {
    /** How many rows are printed unless asked otherwise. */
    public static final int SHOWN = 20;

    private final String headline;
    private final Supplier<TextTable> titles;
    private final IntFunction<List<String>> cells;
    private final int size;
    private final int shown;

    private Table(String headline, Supplier<TextTable> titles, IntFunction<List<String>> cells, int size, int shown) {
        this.headline = headline;
        this.titles = titles;
        this.cells = cells;
        this.size = size;
        this.shown = shown;
    }

    /** Makes a table whose cells are made when they are printed. */
    static Table of(String headline, Supplier<TextTable> titles, int size, IntFunction<List<String>> cells) {
        return new Table(headline, titles, cells, size, SHOWN);
    }

    /** Returns the number of rows. */
    public int size() {
        return size;
    }

    /** Returns the table that prints so many rows. */
    public Table first(int rows) {
        return new Table(headline, titles, cells, size, Math.max(0, rows));
    }

    /** Returns the table that prints all its rows. */
    public Table all() {
        return first(size);
    }

    /** Returns the cells of a row as they are printed. */
    public List<String> row(int index) {
        if (index < 0 || index >= size) {
            throw new Mistake("There is no row " + index + ": the " + Figures.count(size, "row") + " count from 0.");
        }
        return cells.apply(index);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(headline).append('\n');
        if (size == 0) {
            return text.toString();
        }
        TextTable table = titles.get();
        int printed = Math.min(shown, size);
        for (int i = 0; i < printed; i++) {
            table.row(cells.apply(i).toArray(new String[0]));
        }
        text.append(table);
        if (printed < size) {
            text.append("… ").append(Figures.count(size - printed))
                .append(" more: .all() or .first(100) prints them\n");
        }
        return text.toString();
    }
}
