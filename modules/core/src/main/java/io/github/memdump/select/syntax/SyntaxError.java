package io.github.memdump.select.syntax;

import java.util.Optional;

/** What is wrong with a selection, or a text that holds one, where, and what would be right. Immutable. */
public final class SyntaxError {
    private final String subject;
    private final String text;
    private final int column;
    private final String message;
    private final String suggestion;

    /** Makes the error of a selection. */
    public SyntaxError(String text, int column, String message, String suggestion) {
        this("Selection", text, column, message, suggestion);
    }

    /**
     * Makes the error.
     *
     * @param subject    what the text is, as a word that begins with a capital
     * @param text       the whole text
     * @param column     where the mistake is, counted from 1; one more than the length for the end
     * @param message    what is wrong and what was expected, as a sentence
     * @param suggestion what may have been meant, or an empty text
     */
    public SyntaxError(String subject, String text, int column, String message, String suggestion) {
        this.subject = subject;
        this.text = text;
        this.column = column;
        this.message = message;
        this.suggestion = suggestion;
    }

    /** Returns this error as one of a longer text, in which this one begins {@code offset} characters in. */
    public SyntaxError within(String longerSubject, String longer, int offset) {
        return new SyntaxError(longerSubject, longer, offset + column, message, suggestion);
    }

    /** Returns the whole text as it was given. */
    public String text() {
        return text;
    }

    /** Returns where the mistake is: the column, counted from 1, in UTF-16 units; past the last one for the end. */
    public int column() {
        return column;
    }

    /** Returns what is wrong and what was expected, as sentences. */
    public String message() {
        return message;
    }

    /** Returns what may have been meant: the name that is nearest to a misspelt one. */
    public Optional<String> suggestion() {
        return suggestion.isEmpty() ? Optional.empty() : Optional.of(suggestion);
    }

    /** Returns the part of the text around the mistake and, on a second line, a caret below it. */
    public String pointer() {
        return Caret.below(text, column);
    }

    /** Returns the message with its column, what may have been meant, and the {@link #pointer} below. */
    @Override
    public String toString() {
        return subject + ", column " + column + ": " + message
            + suggestion().map(name -> " Did you mean " + name + "?").orElse("") + "\n" + pointer();
    }
}
