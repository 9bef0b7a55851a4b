package io.github.memdump.task;

/** Thrown out of a computation whose caller has cancelled it; no result exists. */
public final class CancelledException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Makes the exception, without a stack trace: it says nothing about an error. */
    public CancelledException() {
        super("cancelled", null, false, false);
    }
}
