package io.github.memdump.cli.report;

import java.util.logging.Level;
import java.util.logging.Logger;

/** What Gephi's toolkit and the platform under it log: nothing that the reader of a report could act on. */
final class ToolkitLog {
    /** Held here, since a logger that nobody holds forgets its level. */
    private static final Logger ROOT = Logger.getLogger("");

    private ToolkitLog() {
    }

    /** Keeps the log off standard error for the rest of the process, unless MEMDUMP_DEBUG asks for it. */
    static void silence() {
        if (System.getenv("MEMDUMP_DEBUG") == null) {
            ROOT.setLevel(Level.OFF);
        }
    }
}
