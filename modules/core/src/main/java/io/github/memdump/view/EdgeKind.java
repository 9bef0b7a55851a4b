package io.github.memdump.view;

import java.util.Locale;

/** What an edge of a view stands for. */
public enum EdgeKind {
    /** A reference of the heap. */
    REFERENCE,
    /** From an object to its class. */
    CLASS,
    /** A way through objects that are not shown. */
    COLLAPSED,
    /** From a dominator to what it dominates. */
    DOMINATES;

    /** Returns the name in edge columns: lower case. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
