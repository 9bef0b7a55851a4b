package io.github.memdump.gephi.window.object;

/** What a column, or the source of the program, says of an object, for people. Immutable. */
final class ColumnText {
    private final String name;
    private final String text;

    ColumnText(String name, String text) {
        this.name = name;
        this.text = text;
    }

    String name() {
        return name;
    }

    String text() {
        return text;
    }

    @Override
    public String toString() {
        return name + " " + text;
    }
}
