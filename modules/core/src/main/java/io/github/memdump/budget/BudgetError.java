package io.github.memdump.budget;

import io.github.memdump.select.syntax.Caret;
import io.github.memdump.select.syntax.SelectionError;
import java.util.Optional;

/** What is wrong with a budget, where, and what would be right. Immutable. */
public final class BudgetError {
    private final String text;
    private final int column;
    private final String message;
    private final String suggestion;

    /** Makes the error; {@code place} is counted from 0, an empty suggestion is none. */
    BudgetError(String text, int place, String message, String suggestion) {
        this.text = text;
        this.column = place + 1;
        this.message = message;
        this.suggestion = suggestion;
    }

    /** Returns a mistake in the selection of a budget that begins {@code offset} characters into the budget. */
    static BudgetError within(String text, int offset, SelectionError error) {
        return new BudgetError(text, offset + error.column() - 1, error.message(), error.suggestion().orElse(""));
    }

    /** Returns the whole budget as it was given. */
    public String text() {
        return text;
    }

    /** Returns where the mistake is: the column, counted from 1; past the last one for the end. */
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

    /** Returns the part of the budget around the mistake and, on a second line, a caret below it. */
    public String pointer() {
        return Caret.below(text, column);
    }

    @Override
    public String toString() {
        return "Budget, column " + column + ": " + message
            + suggestion().map(name -> " Did you mean " + name + "?").orElse("") + "\n" + pointer();
    }
}
