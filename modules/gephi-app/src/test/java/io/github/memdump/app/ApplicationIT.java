package io.github.memdump.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The bundled application on a screen of its own, used as a person would. */
class ApplicationIT {
    @Test
    void opensDumpsThroughFileOpenAndShowsTheirBorder() throws IOException, InterruptedException, URISyntaxException {
        assumeTrue(Display.installed().isPresent(),
            "Xvfb is not installed, so the bundled application is not tried (Debian: apt-get install xvfb)");
        Path work = emptied(Path.of(System.getProperty("memdump.smoke")));
        Path examples = Path.of(System.getProperty("memdump.examples"));
        Path classes = Path.of(ApplicationIT.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        Path probe = ProbeJar.write(work.resolve("probe.jar"), classes);
        Application application = new Application(Path.of(System.getProperty("memdump.app")), work);
        try (Display display = Display.start(Display.installed().orElseThrow())) {
            String result = application.run(display, probe,
                examples.resolve("before.json.gz"), examples.resolve("after.json.gz"));
            assertEquals("ok", result.trim(), () -> log(application));
        }
        assertTrue(Files.size(work.resolve("border.png")) > 10_000, "the screenshot is nearly empty");
    }

    private static String log(Application application) {
        try {
            return application.log();
        } catch (IOException unreadable) {
            return "no log: " + unreadable.getMessage();
        }
    }

    private static Path emptied(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                    Files.delete(file);
                }
            }
        }
        return Files.createDirectories(directory);
    }
}
