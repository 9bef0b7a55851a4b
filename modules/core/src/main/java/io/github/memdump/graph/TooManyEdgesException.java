package io.github.memdump.graph;

/** A graph would have more edges than fit. The message is meant for people as it stands. */
public final class TooManyEdgesException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    /** Makes the exception with its message for people. */
    public TooManyEdgesException(String message) {
        super(message);
    }
}
