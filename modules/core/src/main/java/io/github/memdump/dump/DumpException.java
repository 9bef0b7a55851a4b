package io.github.memdump.dump;

import java.io.IOException;

/**
 * A dump cannot be read. The message is meant for people as it stands: it says what happened, where, and what to do
 * next.
 */
public class DumpException extends IOException {
    private static final long serialVersionUID = 1L;

    /** Makes the exception with its message for people. */
    public DumpException(String message) {
        super(message);
    }

    /** Makes the exception with its message for people and what caused it. */
    public DumpException(String message, Throwable cause) {
        super(message, cause);
    }
}
