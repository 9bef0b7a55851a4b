package io.github.memdump.gephi.statistics;

/** Something cannot be computed here; the message says why, for people. Has no stack trace: nothing is broken. */
final class NoAnswerException extends Exception {
    private static final long serialVersionUID = 1L;

    NoAnswerException(String message) {
        super(message, null, false, false);
    }
}
