package io.github.memdump.gephi.source;

import java.awt.Desktop;
import java.io.IOException;
import java.net.URI;

/** Opens addresses in the program that the desktop has for them. */
public final class EditorLaunch {
    /** What opens addresses on Linux: Java itself knows the way of GNOME alone. */
    private static final String OPENER = "xdg-open";

    private EditorLaunch() {
    }

    /**
     * Hands an address to its program and does not wait for that.
     *
     * @throws IOException if there is none; the message says what was tried
     */
    public static void open(URI address) throws IOException {
        if (Desktop.isDesktopSupported() && Desktop.getDesktop().isSupported(Desktop.Action.BROWSE)) {
            Desktop.getDesktop().browse(address);
        } else {
            open(address, OPENER);
        }
    }

    static Process open(URI address, String opener) throws IOException {
        return new ProcessBuilder(opener, address.toString()).redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    }
}
