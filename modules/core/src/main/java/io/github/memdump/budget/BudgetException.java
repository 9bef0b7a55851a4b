package io.github.memdump.budget;

import io.github.memdump.select.syntax.SyntaxError;

/** A budget cannot be understood or measured. The message is meant for people; there is no stack trace. */
public final class BudgetException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient SyntaxError error;

    BudgetException(SyntaxError error) {
        super(error.toString(), null, false, false);
        this.error = error;
    }

    /** Returns what is wrong and where. */
    public SyntaxError error() {
        return error;
    }
}
