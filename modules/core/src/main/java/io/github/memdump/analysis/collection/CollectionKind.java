package io.github.memdump.analysis.collection;

import java.util.Locale;

/** What a collection is. */
public enum CollectionKind {
    /** An array. */
    ARRAY,
    /** A hash; not one that a set keeps its elements in. */
    HASH,
    /** A set: with the hash that it keeps its elements in, or since Ruby 4.0 with a table of its own. */
    SET,
    /** A string. */
    STRING;

    private final String id = name().toLowerCase(Locale.ROOT);

    /** Returns the name in JSON and CSV. */
    public String id() {
        return id;
    }
}
