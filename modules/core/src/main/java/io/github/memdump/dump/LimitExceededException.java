package io.github.memdump.dump;

import io.github.memdump.dump.issue.DumpLimits;
import io.github.memdump.dump.issue.Limit;
import java.util.Locale;

/** A dump goes beyond what the engine can hold; thrown before memory for it is asked for. */
public final class LimitExceededException extends DumpException {
    private static final long serialVersionUID = 1L;

    /** Makes the exception with its message for people, which names the limit. */
    public LimitExceededException(String message) {
        super(message);
    }

    /** Returns the exception that says that a dump has more objects than the limits allow. */
    public static LimitExceededException ofObjects(DumpLimits limits) {
        return new LimitExceededException(String.format(Locale.ROOT, "more than %,d objects, the limit for one heap."
            + " %s, as far as memory reaches (MEMDUMP_XMX)", limits.objects(), Limit.OBJECTS.advice()));
    }

    /** Returns this exception with the place, such as dump and line, in front of its message. */
    public LimitExceededException at(String place) {
        return new LimitExceededException(place + ": " + getMessage());
    }
}
