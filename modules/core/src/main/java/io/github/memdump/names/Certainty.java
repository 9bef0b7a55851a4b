package io.github.memdump.names;

import java.util.Locale;

/** How sure a name is. Where there is none, this is said of the kind. */
public enum Certainty {
    /** It follows from the dump, or the process told it. */
    CERTAIN,
    /** The only one at which values of this class stand elsewhere. */
    LIKELY,
    /** One of several, the more likely first; of none where there are more than a few. */
    CANDIDATES;

    private final String id = name().toLowerCase(Locale.ROOT);

    /** Returns the name in JSON and CSV. */
    public String id() {
        return id;
    }
}
