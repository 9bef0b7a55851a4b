package io.github.memdump.gephi.filter;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The name of a class, or all names that a pattern between slashes is found in. Immutable. */
final class ClassNames implements Predicate<String> {
    private final Predicate<String> names;

    private ClassNames(Predicate<String> names) {
        this.names = names;
    }

    /** Returns the names that a text means; nothing if it is a pattern that cannot be read. */
    static Optional<ClassNames> of(String text) {
        boolean isPattern = text.length() > 2 && text.startsWith("/") && text.endsWith("/");
        if (!isPattern) {
            return Optional.of(new ClassNames(text::equals));
        }
        try {
            return Optional.of(new ClassNames(Pattern.compile(text.substring(1, text.length() - 1)).asPredicate()));
        } catch (PatternSyntaxException wrong) {
            return Optional.empty();
        }
    }

    /** Returns what is wrong with a text, in words. */
    static Optional<String> problem(String text) {
        if (of(text).isPresent()) {
            return Optional.empty();
        }
        try {
            Pattern.compile(text.substring(1, text.length() - 1));
            return Optional.empty();
        } catch (PatternSyntaxException wrong) {
            return Optional.of(HeapFilter.text("ClassNames.wrong", wrong.getDescription()));
        }
    }

    @Override
    public boolean test(String name) {
        return names.test(name);
    }
}
