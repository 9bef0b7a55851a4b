package io.github.memdump.gephi.filter;

import java.util.Objects;

/**
 * A text that is a property of a filter. It has a type of its own because of how Gephi reads a saved text: the XML
 * reader of the JDK hands it over in pieces wherever a character is escaped, and Gephi keeps the last piece.
 * {@link FilterTextEditor} therefore writes nothing that XML escapes. Immutable.
 */
public final class FilterText {
    /** No text. */
    public static final FilterText NONE = new FilterText("");

    private final String text;

    private FilterText(String text) {
        this.text = text;
    }

    /** Returns a text without the blanks around it. */
    public static FilterText of(String text) {
        return new FilterText(text.trim());
    }

    /** Returns whether there is nothing in it. */
    public boolean isEmpty() {
        return text.isEmpty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FilterText && text.equals(((FilterText) other).text);
    }

    @Override
    public int hashCode() {
        return Objects.hash(text);
    }

    /** Returns the text, as the Filters panel shows it. */
    @Override
    public String toString() {
        return text;
    }
}
