package io.github.memdump.cli.command;

import java.io.IOException;
import java.util.List;

/** A failure told in one line, with lines that show where below it. */
public final class ReportedFailure extends IOException {
    private static final long serialVersionUID = 1L;

    private final String[] below;

    /** Makes the failure of its first line and the others. */
    public ReportedFailure(String line, List<String> below) {
        super(line);
        this.below = below.toArray(new String[0]);
    }

    /** Returns the lines to show below the message. */
    public List<String> below() {
        return List.of(below);
    }
}
