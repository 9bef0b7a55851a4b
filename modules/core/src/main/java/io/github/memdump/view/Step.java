package io.github.memdump.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What was done to a view, at some of its objects or to all of it. Immutable. */
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
        SET_ROOT,
        /** Joins those of the objects that are of one class and hang on one object into one node. */
        GROUP,
        /** Removes and folds, among what is shown, what memdump's common cleanup does; is done at no objects. */
        CLEANUP,
        /** Takes away parts of what is shown that hang together, by references either way, if they are small. */
        REMOVE_SMALL,
        /** Keeps of the border what keeps at least so many new objects alive, with its paths and what it holds. */
        KEEP_ABOVE;

        /** Returns the name in recipes and commands: lower case with hyphens. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Returns whether it is done with a number, not at objects. */
        public boolean takesNumber() {
            return this == REMOVE_SMALL || this == KEEP_ABOVE;
        }

        /** Returns whether it is done at objects, named or chosen by a selection. */
        public boolean takesObjects() {
            return !takesNumber() && this != CLEANUP;
        }
    }

    private static final String WHERE = "where";

    private final Kind kind;
    private final List<String> objects;
    private final String selection;
    private final int number;

    private Step(Kind kind, List<String> objects, String selection, int number) {
        this.kind = kind;
        this.objects = Collections.unmodifiableList(new ArrayList<>(objects));
        this.selection = selection;
        this.number = number;
    }

    /**
     * Returns a step.
     *
     * @param objects the identities of the objects it is done at, at least one
     * @throws IllegalArgumentException if there is none, or if the step is not done at objects
     */
    public static Step of(Kind kind, List<String> objects) {
        if (objects.isEmpty()) {
            throw new IllegalArgumentException("A step is done at one object or more.");
        }
        requireObjects(kind);
        return new Step(kind, objects, "", 0);
    }

    private static void requireObjects(Kind kind) {
        if (!kind.takesObjects()) {
            throw new IllegalArgumentException(kind.takesNumber()
                ? kind.id() + " takes a number, such as " + kind.id() + " 10."
                : kind.id() + " is done to all that is shown: write nothing after it.");
        }
    }

    /**
     * Returns a step that is done to all that is shown.
     *
     * @throws IllegalArgumentException if it is done at objects or takes a number
     */
    public static Step of(Kind kind) {
        if (kind.takesObjects() || kind.takesNumber()) {
            throw new IllegalArgumentException(kind.id() + " needs more words, such as "
                + (kind.takesNumber() ? kind.id() + " 10." : kind.id() + " where type = ARRAY."));
        }
        return new Step(kind, List.of(), "", 0);
    }

    /**
     * Returns a step at those shown objects that a selection chooses.
     *
     * @throws IllegalArgumentException if the selection is empty, or if the step is not done at objects
     */
    public static Step where(Kind kind, String selection) {
        if (selection.isBlank()) {
            throw new IllegalArgumentException("Write a selection after 'where', such as: type = ARRAY.");
        }
        requireObjects(kind);
        return new Step(kind, List.of(), selection.trim(), 0);
    }

    /**
     * Returns a step that takes a number.
     *
     * @throws IllegalArgumentException if it takes none, or if the number is below 1
     */
    public static Step of(Kind kind, int number) {
        if (!kind.takesNumber() || number < 1) {
            throw new IllegalArgumentException(kind.id() + (kind.takesNumber() ? " takes a number from 1."
                : " takes no number."));
        }
        return new Step(kind, List.of(), "", number);
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
                return parse(kind, words, text.trim());
            }
        }
        throw new IllegalArgumentException("'" + words[0] + "' is no step; there are: " + names() + ".");
    }

    private static Step parse(Kind kind, String[] words, String text) {
        if (kind.takesNumber()) {
            return of(kind, words.length == 2 && words[1].matches("[0-9]{1,9}") ? Integer.parseInt(words[1]) : 0);
        }
        if (words.length == 1) {
            return of(kind);
        }
        if (words[1].equals(WHERE)) {
            return where(kind, text.substring(text.indexOf(WHERE) + WHERE.length()));
        }
        return of(kind, Arrays.asList(words).subList(1, words.length));
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

    /** Returns the identities of the objects it is done at; none where a selection chooses them. */
    public List<String> objects() {
        return objects;
    }

    /** Returns the selection of the shown objects it is done at; nothing where they are named. */
    public Optional<String> selection() {
        return selection.isEmpty() ? Optional.empty() : Optional.of(selection);
    }

    /** Returns the number it is done with, 0 where it takes none. */
    public int number() {
        return number;
    }

    /**
     * Returns the step in words, such as {@code expand-referrers 0x7f12:3}, {@code collapse where type = ARRAY} or
     * {@code remove-small 3} or {@code cleanup}; {@link #parse} reads it.
     */
    public String text() {
        if (kind.takesNumber()) {
            return kind.id() + " " + number;
        }
        if (!selection.isEmpty()) {
            return kind.id() + " " + WHERE + " " + selection;
        }
        return kind.takesObjects() ? kind.id() + " " + String.join(" ", objects) : kind.id();
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
