package io.github.memdump.cli.gephi;

import java.util.Locale;

/** Operating systems. */
final class Systems {
    private static final String NAME = System.getProperty("os.name").toLowerCase(Locale.ROOT);

    private Systems() {
    }

    static boolean isWindows() {
        return NAME.startsWith("windows");
    }

    static boolean isMac() {
        return NAME.startsWith("mac");
    }
}
