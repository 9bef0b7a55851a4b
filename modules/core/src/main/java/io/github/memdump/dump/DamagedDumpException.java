package io.github.memdump.dump;

import io.github.memdump.dump.issue.Issue;

/** A damaged line was met by a reader that was told to be strict. */
public final class DamagedDumpException extends DumpException {
    private static final long serialVersionUID = 1L;

    private final transient Issue issue;

    /** Makes the exception for the first issue of a dump. */
    public DamagedDumpException(String dumpName, Issue issue) {
        super(dumpName + ": " + issue.describe() + ". Without --strict such lines are"
            + " counted, and kept as far as they can be read.");
        this.issue = issue;
    }

    /** Returns the issue that stopped the reader. */
    public Issue issue() {
        return issue;
    }
}
