package io.github.memdump.analysis.suspect;

import java.util.Locale;

/** How a suspect's memory is spread. */
public enum SuspectShape {
    /** One object holds many. */
    CONTAINER,
    /** Objects linked one to the next, as in a list. */
    CHAIN,
    /** One object is large by itself. */
    LARGE,
    /** Many objects of a class that no single object retains: several holders share them. */
    SHARED;

    /** Returns the name as it stands in JSON. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
