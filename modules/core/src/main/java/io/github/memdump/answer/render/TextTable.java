package io.github.memdump.answer.render;

import io.github.memdump.text.Printable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A table for people: columns in line, numbers to the right, long text cut. Not thread-safe. */
public final class TextTable {
    private static final int WIDEST = 72;
    private static final String GAP = "  ";

    private final List<String> titles = new ArrayList<>();
    private final List<Boolean> toTheRight = new ArrayList<>();
    private final List<String[]> rows = new ArrayList<>();

    /** Adds a column of numbers. */
    public TextTable numbers(String title) {
        titles.add(title);
        toTheRight.add(true);
        return this;
    }

    /** Adds a column of text. */
    public TextTable text(String title) {
        titles.add(title);
        toTheRight.add(false);
        return this;
    }

    /** Adds a row, one cell for each column. */
    public TextTable row(String... cells) {
        if (cells.length != titles.size()) {
            throw new IllegalArgumentException(cells.length + " cells for " + titles.size() + " columns");
        }
        rows.add(Arrays.stream(cells).map(TextTable::cut).toArray(String[]::new));
        return this;
    }

    /** Adds a line that says how many rows are left out here. */
    public TextTable gap(String words) {
        rows.add(new String[] {words});
        return this;
    }

    /** Returns the table, every line ended. */
    @Override
    public String toString() {
        int[] widths = titles.stream().mapToInt(TextTable::width).toArray();
        for (String[] row : rows) {
            for (int i = 0; i < widths.length && row.length == widths.length; i++) {
                widths[i] = Math.max(widths[i], width(row[i]));
            }
        }
        StringBuilder text = new StringBuilder();
        line(text, titles.toArray(new String[0]), widths);
        for (String[] row : rows) {
            if (row.length != widths.length) {
                text.append(row[0]).append('\n');
            } else {
                line(text, row, widths);
            }
        }
        return text.toString();
    }

    private void line(StringBuilder text, String[] cells, int[] widths) {
        int begin = text.length();
        for (int i = 0; i < cells.length; i++) {
            String padding = " ".repeat(widths[i] - width(cells[i]));
            text.append(i == 0 ? "" : GAP);
            text.append(toTheRight.get(i) ? padding + cells[i] : cells[i] + padding);
        }
        int end = text.length();
        while (end > begin && text.charAt(end - 1) == ' ') {
            end--;
        }
        text.setLength(end);
        text.append('\n');
    }

    private static String cut(String cell) {
        String plain = Printable.of(cell);
        if (width(plain) <= WIDEST) {
            return plain;
        }
        // The end of a path or of a nested class name says more than its beginning.
        return "…" + plain.substring(plain.offsetByCodePoints(plain.length(), 1 - WIDEST));
    }

    private static int width(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
