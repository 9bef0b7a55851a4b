package io.github.memdump.driver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Writes one line for each check: its outcome, its name and what went wrong, with tabs between them. */
final class Results {
    private final Path file;

    Results(Path file) {
        this.file = file;
    }

    /** Runs a check and notes how it went; a failure ends the tour, whose later checks stand on earlier ones. */
    void of(String name, Tour.Check check) {
        try {
            check.run();
            note("passed", name, "");
        } catch (Exception | LinkageError | AssertionError failure) {
            note("failed", name, failure + Screen.openDialogs());
            if (!Given.VIEWS.isGiven()) {
                throw new IllegalStateException(name, failure);
            }
            Screen.closeDialogs();
        }
    }

    private void note(String outcome, String name, String reason) {
        try {
            Files.writeString(file, outcome + "\t" + name + "\t" + reason.replaceAll("\\s+", " ") + "\n",
                StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }
}
