package io.github.memdump.cli.interactive;

/** Something that cannot be done as it was asked for; the message says why and what can. */
public final class Mistake extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    Mistake(String message) {
        super(message);
    }
}
