package io.github.memdump.select.syntax;

/**
 * A selection cannot be understood or carried out. The message is meant for people as it stands and has no stack
 * trace: the mistake is in the selection.
 */
public final class SelectionException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient SyntaxError error;

    /** Makes the exception. */
    public SelectionException(SyntaxError error) {
        super(error.toString(), null, false, false);
        this.error = error;
    }

    /** Returns what is wrong and where. */
    public SyntaxError error() {
        return error;
    }
}
