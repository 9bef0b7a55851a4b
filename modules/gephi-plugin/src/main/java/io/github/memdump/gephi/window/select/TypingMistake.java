package io.github.memdump.gephi.window.select;

import io.github.memdump.select.Selection;
import io.github.memdump.select.syntax.SyntaxError;
import io.github.memdump.view.SubjectText;
import java.util.Optional;

/** What is wrong with what was typed for a selection, and where. Immutable. */
final class TypingMistake {
    /** What {@link SubjectText} puts before a pattern that stands alone. */
    private static final String BEFORE_PATTERN = "class =~ ";

    private final int place;
    private final String message;

    private TypingMistake(int place, String message) {
        this.place = place;
        this.message = message;
    }

    /** Returns the first mistake in a text that is not blank, if there is one. Linear time. */
    static Optional<TypingMistake> in(String text) {
        Optional<String> problem = SubjectText.problem(text);
        if (problem.isEmpty()) {
            return Optional.empty();
        }
        String trimmed = text.trim();
        boolean isPattern = trimmed.length() > 2 && trimmed.startsWith("/") && trimmed.endsWith("/");
        int shift = text.indexOf(trimmed) - (isPattern ? BEFORE_PATTERN.length() : 0);
        Optional<SyntaxError> error = Selection.parse(isPattern ? BEFORE_PATTERN + trimmed : trimmed).error();
        return Optional.of(error.map(wrong -> new TypingMistake(
            Math.min(text.length(), Math.max(0, wrong.column() - 1 + shift)),
            wrong.message() + wrong.suggestion().map(name -> " Did you mean " + name + "?").orElse("")))
            .orElseGet(() -> new TypingMistake(0, problem.get())));
    }

    /** Returns where it is, counted from 0; the length of the text for its end. */
    int place() {
        return place;
    }

    /** Returns where the word ends in which it is, behind the text at its end. */
    int end(String text) {
        int end = place;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end)) && text.charAt(end) != ')') {
            end++;
        }
        return Math.max(end, Math.min(text.length(), place + 1));
    }

    /** Returns what is wrong, for people. */
    String message() {
        return message;
    }
}
