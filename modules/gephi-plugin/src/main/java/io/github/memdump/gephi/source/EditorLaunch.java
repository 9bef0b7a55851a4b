package io.github.memdump.gephi.source;

import java.awt.Desktop;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.openide.util.NbBundle;

/** Opens addresses in the program that the desktop has for them. */
public final class EditorLaunch {
    /** What opens addresses on Linux: Java itself knows the way of GNOME alone. */
    private static final String OPENER = "xdg-open";

    private static final int PATIENCE = 3;

    private EditorLaunch() {
    }

    /**
     * Hands an address to its program and waits a few seconds at most for word that there is none; not for the event
     * thread.
     *
     * @throws IOException if there is none; the message says what was tried
     */
    public static void open(URI address) throws IOException {
        if (Desktop.isDesktopSupported() && Desktop.getDesktop().isSupported(Desktop.Action.BROWSE)) {
            Desktop.getDesktop().browse(address);
        } else {
            requireOpened(open(address, OPENER), OPENER);
        }
    }

    /** What opens addresses tells by how it ends that nothing does; where it stays, it is the editor itself. */
    static void requireOpened(Process process, String opener) throws IOException {
        try {
            if (process.waitFor(PATIENCE, TimeUnit.SECONDS) && process.exitValue() != 0) {
                throw new IOException(NbBundle.getMessage(EditorLaunch.class, "EditorLaunch.ended", opener,
                    process.exitValue()));
            }
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
        }
    }

    static Process open(URI address, String opener) throws IOException {
        return new ProcessBuilder(opener, address.toString()).redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    }
}
