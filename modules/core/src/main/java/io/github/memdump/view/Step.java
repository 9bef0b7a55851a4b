package io.github.memdump.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** What was done to a view at some of its objects. Immutable. */
public final class Step {
    /** What can be done. */
    public enum Kind {
        /** Adds what the objects refer to, what retains most first. */
        EXPAND_REFERENCES,
        /** Adds what refers to the objects, what is nearest to a root first. */
        EXPAND_REFERRERS,
        /** Adds more of what the budget cut off at the objects. */
        EXPAND_MORE,
        /** Adds a shortest path from a root to each object. */
        ADD_PATHS,
        /** Adds what the objects dominate, what retains most first. */
        EXPAND_DOMINATED,
        /** Takes the objects away and joins what held them to what they held. */
        COLLAPSE,
        /** Takes the objects away. */
        REMOVE,
        /** Keeps the objects, what leads to them and what they lead to, among what is shown. */
        ISOLATE,
        /** Keeps the objects and a shortest path from a root to each of them. */
        KEEP_PATHS,
        /** Keeps the objects and what they lead to, among what is shown. */
        SET_ROOT;

        /** Returns the name in recipes and commands: lower case with hyphens. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Kind kind;
    private final List<String> objects;

    private Step(Kind kind, List<String> objects) {
        this.kind = kind;
        this.objects = Collections.unmodifiableList(new ArrayList<>(objects));
    }

    /**
     * Returns a step.
     *
     * @param objects the identities of the objects it is done at, at least one
     * @throws IllegalArgumentException if there is none
     */
    public static Step of(Kind kind, List<String> objects) {
        if (objects.isEmpty()) {
            throw new IllegalArgumentException("A step is done at one object or more.");
        }
        return new Step(kind, objects);
    }

    /**
     * Returns the step that {@link #text} wrote.
     *
     * @throws IllegalArgumentException if it is none, with a message for people
     */
    public static Step parse(String text) {
        String[] words = text.trim().split("[\\s,]+");
        for (Kind kind : Kind.values()) {
            if (kind.id().equals(words[0])) {
                return of(kind, Arrays.asList(words).subList(1, words.length));
            }
        }
        throw new IllegalArgumentException("'" + words[0] + "' is no step; there are: " + names() + ".");
    }

    private static String names() {
        StringBuilder names = new StringBuilder();
        for (Kind kind : Kind.values()) {
            names.append(names.length() > 0 ? ", " : "").append(kind.id());
        }
        return names.toString();
    }

    /** Returns what is done. */
    public Kind kind() {
        return kind;
    }

    /** Returns the identities of the objects it is done at. */
    public List<String> objects() {
        return objects;
    }

    /** Returns the step in words, such as {@code expand-referrers 0x7f12:3}; {@link #parse} reads it. */
    public String text() {
        return kind.id() + " " + String.join(" ", objects);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Step && text().equals(((Step) other).text());
    }

    @Override
    public int hashCode() {
        return text().hashCode();
    }

    @Override
    public String toString() {
        return text();
    }
}
