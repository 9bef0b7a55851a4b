package io.github.memdump.gephi.filter;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The name of a class, or all names that a pattern between slashes is found in. Immutable. */
final class ClassNamePattern implements Predicate<String> {
    private final Predicate<String> names;

    private ClassNamePattern(Predicate<String> names) {
        this.names = names;
    }

    /** Returns the names that a text means; nothing if it is a pattern that cannot be read. */
    static Optional<ClassNamePattern> of(String text) {
        boolean isPattern = text.length() > 2 && text.startsWith("/") && text.endsWith("/");
        if (!isPattern) {
            return Optional.of(new ClassNamePattern(text::equals));
        }
        try {
            Pattern pattern = Pattern.compile(text.substring(1, text.length() - 1));
            return Optional.of(new ClassNamePattern(pattern.asPredicate()));
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
            return Optional.of(HeapFilter.text("ClassNamePattern.wrong", wrong.getDescription()));
        }
    }

    @Override
    public boolean test(String name) {
        return names.test(name);
    }
}
