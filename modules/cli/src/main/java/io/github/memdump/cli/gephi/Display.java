package io.github.memdump.cli.gephi;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;

/** Whether there is a screen to open windows on. */
public final class Display {
    private Display() {
    }

    /**
     * Fails if the environment names no display where one is needed.
     *
     * @throws IOException with a message for people
     */
    public static void require(Function<String, Optional<String>> environment) throws IOException {
        if (!Systems.isWindows() && !Systems.isMac() && environment.apply("DISPLAY").isEmpty()) {
            throw new IOException("There is no display (DISPLAY is not set), and Gephi needs one. Run this in a desktop"
                + " session, or by ssh -X, or do the same without a display: memdump report BEFORE AFTER -o DIR");
        }
    }
}
