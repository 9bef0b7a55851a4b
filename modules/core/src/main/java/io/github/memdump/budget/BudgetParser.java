package io.github.memdump.budget;

import io.github.memdump.select.ParsedSelection;
import io.github.memdump.select.Selection;
import io.github.memdump.select.syntax.Brackets;
import io.github.memdump.select.syntax.Nearest;
import io.github.memdump.select.syntax.NumberLiteral;
import io.github.memdump.select.syntax.SelectionException;
import io.github.memdump.select.syntax.SyntaxError;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a budget from left to right: {@code MEASURE(SELECTION) OPERATOR NUMBER}. For one text, on one thread. */
final class BudgetParser {
    private static final String EXAMPLE = "retained_size(class =~ /Session/) > 50M, or new_count > 10000";
    private static final Pattern NUMBER = Pattern.compile("([0-9][0-9_.]*)\\s*(?:([kmg])(?:i?b)?|b)?");

    private final String text;
    private int place;

    BudgetParser(String text) {
        this.text = text;
    }

    Budget parse() throws BudgetException {
        skipSpace();
        if (place == text.length()) {
            throw error(place, "The budget is empty; expected for example " + EXAMPLE + ".");
        }
        Measure measure = measure();
        skipSpace();
        int opening = place;
        Optional<Selection> selection = place < text.length() && text.charAt(place) == '('
            ? Optional.of(selection(measure)) : Optional.empty();
        skipSpace();
        LimitComparison comparison = comparison(measure, selection.isPresent());
        skipSpace();
        return new Budget(text, measure, selection, opening + 1, comparison, number(measure));
    }

    private void skipSpace() {
        while (place < text.length() && Character.isWhitespace(text.charAt(place))) {
            place++;
        }
    }

    private Measure measure() throws BudgetException {
        int begin = place;
        while (place < text.length() && isOfName(text.charAt(place))) {
            place++;
        }
        String name = text.substring(begin, place);
        if (name.isEmpty()) {
            throw error(begin, "A budget begins with what is measured, one of " + measures() + "; as in " + EXAMPLE
                + ".");
        }
        Optional<Measure> measure = Measure.named(name);
        if (measure.isEmpty()) {
            throw new BudgetException(new SyntaxError(Budget.SUBJECT, text, begin + 1, "There is no measure \"" + name
                + "\"; the measures are " + measures() + ".", Nearest.to(name, Measure.names())));
        }
        return measure.get();
    }

    private static boolean isOfName(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-';
    }

    private static String measures() {
        return String.join(", ", Measure.names());
    }

    private Selection selection(Measure measure) throws BudgetException {
        int begin = place + 1;
        int closing;
        try {
            closing = Brackets.closing(text, place);
        } catch (SelectionException wrong) {
            throw new BudgetException(wrong.error().within(Budget.SUBJECT, text, 0));
        }
        if (closing < 0) {
            throw error(place, "This parenthesis is not closed; expected " + measure.id() + "(SELECTION) > NUMBER.");
        }
        String inside = text.substring(begin, closing);
        if (inside.isBlank()) {
            throw error(closing, "The selection is empty. Say which objects are meant, as in " + measure.id()
                + "(class =~ /Session/), or leave the parentheses away for the whole heap.");
        }
        ParsedSelection parsed = Selection.parse(inside);
        if (parsed.error().isPresent()) {
            throw new BudgetException(parsed.error().get().within(Budget.SUBJECT, text, begin));
        }
        place = closing + 1;
        return parsed.selection().orElseThrow();
    }

    private LimitComparison comparison(Measure measure, boolean hasSelection) throws BudgetException {
        for (LimitComparison comparison : LimitComparison.all()) {
            if (text.startsWith(comparison.sign(), place)) {
                place += comparison.sign().length();
                return comparison;
            }
        }
        String written = measure.id() + (hasSelection ? "(…)" : "");
        throw error(place, "Expected " + (hasSelection ? "" : "a selection in parentheses, or ")
            + "one of > >= < <= = != and a number: the report fails if that is true, as in " + written + " > "
            + (measure.isInBytes() ? "50M" : "10000") + ".");
    }

    private long number(Measure measure) throws BudgetException {
        String written = text.substring(place).strip();
        Matcher matcher = NUMBER.matcher(written.toLowerCase(Locale.ROOT));
        OptionalLong number = matcher.matches()
            ? NumberLiteral.parse(matcher.group(1) + (matcher.group(2) == null ? "" : matcher.group(2)))
            : OptionalLong.empty();
        if (number.isEmpty()) {
            throw error(place, (written.isEmpty() ? "The limit is missing; expected " : "\"" + written
                + "\" is no limit; expected ") + "a whole number" + (measure.isInBytes() ? " of bytes" : " of objects")
                + ", perhaps with k, M or G behind it (1k is 1,024), such as " + (measure.isInBytes() ? "50M" : "10000")
                + ".");
        }
        return number.getAsLong();
    }

    private BudgetException error(int where, String message) {
        return new BudgetException(new SyntaxError(Budget.SUBJECT, text, where + 1, message, ""));
    }
}
