package io.github.memdump.gephi.window.histogram;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * What is searched for in a table: a piece of text, in capitals or not, or a pattern between slashes. A path begins
 * with a slash too, so that only a slash at the end makes a pattern of it. Immutable.
 */
final class RowSearch {
    private static final Pattern WRITTEN = Pattern.compile("/(.+)/([im]*)");

    private final String typed;
    private final Predicate<String> accepts;
    private final String problem;

    private RowSearch(String typed, Predicate<String> accepts, String problem) {
        this.typed = typed;
        this.accepts = accepts;
        this.problem = problem;
    }

    /** Reads what was typed; an empty text finds everything. */
    static RowSearch of(String typed) {
        String text = typed.trim();
        Matcher written = WRITTEN.matcher(text);
        if (!written.matches()) {
            String small = text.toLowerCase(Locale.ROOT);
            return new RowSearch(typed, key -> key.toLowerCase(Locale.ROOT).contains(small), null);
        }
        try {
            int flags = (written.group(2).contains("i") ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0)
                | (written.group(2).contains("m") ? Pattern.DOTALL : 0);
            return new RowSearch(typed, Pattern.compile(written.group(1), flags).asPredicate(), null);
        } catch (PatternSyntaxException wrong) {
            return new RowSearch(typed, key -> true, wrong.getDescription());
        }
    }

    /** Returns whether this is what was typed. */
    boolean isFor(String text) {
        return typed.equals(text);
    }

    /** Returns what is wrong with the pattern; everything is found then. */
    Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    /** Returns whether a key is found. */
    boolean accepts(String key) {
        return accepts.test(key);
    }
}
