package io.github.memdump.dump;

/** A dump goes beyond what the engine can hold; thrown before memory for it is asked for. */
public final class LimitExceededException extends DumpException {
    private static final long serialVersionUID = 1L;

    /** Makes the exception with its message for people, which names the limit. */
    public LimitExceededException(String message) {
        super(message);
    }
}
