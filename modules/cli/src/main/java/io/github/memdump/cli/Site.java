package io.github.memdump.cli;

import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;

/** The allocation site of an object, for people. */
final class Site {
    private Site() {
    }

    /** Returns {@code file:line}, empty where it is not known. */
    static String of(Findings findings, int object) {
        String file = findings.text(Column.FILE, object);
        String line = findings.text(Column.LINE, object);
        return line.isEmpty() ? file : file + ":" + line;
    }
}
