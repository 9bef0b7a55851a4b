package io.github.memdump.dump;

/** A dump goes beyond what the engine can hold; thrown before memory for it is asked for. */
public final class LimitExceededException extends DumpException {
    private static final long serialVersionUID = 1L;

    /** Makes the exception with its message for people, which names the limit. */
    public LimitExceededException(String message) {
        super(message);
    }

    /** Returns the exception that says that a dump has more objects than the limits allow. */
    public static LimitExceededException ofObjects(DumpLimits limits) {
        return new LimitExceededException("The dump has more than " + limits.objects()
            + " objects, the limit for one heap.");
    }
}
