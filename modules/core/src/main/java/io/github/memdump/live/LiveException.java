package io.github.memdump.live;

import java.io.IOException;

/** A running process cannot be dumped. The message is meant for people: what happened, and what to do next. */
public final class LiveException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String advice;

    /** Makes the exception with its message for people. */
    public LiveException(String message) {
        this(message, "");
    }

    LiveException(String message, String advice) {
        super(message);
        this.advice = advice;
    }

    /** Returns lines to copy that help further, such as what to add to the application; empty if there are none. */
    public String advice() {
        return advice;
    }
}
