package io.github.memdump.dump;

/** The file was read, but it is not a Ruby heap dump; the message says what it looks like instead. */
public final class NotADumpException extends DumpException {
    private static final long serialVersionUID = 1L;

    /** Makes the exception with its message for people. */
    public NotADumpException(String message) {
        super(message);
    }
}
