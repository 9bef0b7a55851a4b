package io.github.memdump.gephi.window.object;

import io.github.memdump.analysis.Column;

/** What a column says of an object, for people. Immutable. */
final class ColumnText {
    private final Column column;
    private final String text;

    ColumnText(Column column, String text) {
        this.column = column;
        this.text = text;
    }

    Column column() {
        return column;
    }

    String text() {
        return text;
    }

    @Override
    public String toString() {
        return column.id() + " " + text;
    }
}
