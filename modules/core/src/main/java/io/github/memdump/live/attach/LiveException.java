package io.github.memdump.live.attach;

import java.io.IOException;

/** A running process cannot be dumped. The message is meant for people: what happened, and what to do next. */
public final class LiveException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String advice;

    /** Makes the exception with its message for people. */
    public LiveException(String message) {
        this(message, "");
    }

    /** Makes the exception with its message for people, and with lines to copy that help further. */
    public LiveException(String message, String advice) {
        super(clean(message));
        this.advice = advice;
    }

    /** What a process or a file of somebody else says could move the cursor of the terminal that shows it, or worse. */
    public static String clean(String said) {
        StringBuilder clean = new StringBuilder(said.length());
        said.codePoints().forEach(c -> {
            int kind = Character.getType(c);
            if (kind == Character.CONTROL || kind == Character.FORMAT || kind == Character.LINE_SEPARATOR
                || kind == Character.PARAGRAPH_SEPARATOR || kind == Character.SURROGATE) {
                clean.append(String.format(c < 0x100 ? "\\x%02X" : "\\u{%X}", c));
            } else {
                clean.appendCodePoint(c);
            }
        });
        return clean.toString();
    }

    /** Returns lines to copy that help further, such as what to add to the application; empty if there are none. */
    public String advice() {
        return advice;
    }
}
