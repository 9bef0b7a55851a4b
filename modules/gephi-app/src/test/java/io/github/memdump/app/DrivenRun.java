package io.github.memdump.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.memdump.driver.Given;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** One run of the application on a screen of its own, with the driver in it, and what came of it. */
final class DrivenRun {
    /**
     * Gephi writes labels of one workspace with the columns of another when they change while it draws, and closes a
     * canvas that it has not drawn yet.
     */
    private static final Pattern GEPHIS_OWN = Pattern.compile("SEVERE \\[org\\.netbeans\\.core\\.modules\\]\\R"
        + "java\\.lang\\.NullPointerException: Cannot invoke \"com\\.jogamp\\.opengl\\.GLAutoDrawable[^\\n]*\\R"
        + "(?:\\s*(?:\\[catch\\] )?at [^\\n]*\\n)+|SEVERE \\[org\\.openide\\.util\\.Exceptions\\]\\R"
        + "java\\.lang\\.IllegalArgumentException: The column does not belong to the right column store\\R"
        + "(?:\\s*(?:\\[catch\\] )?at org\\.gephi\\.[^\\n]*\\n)+"
        + "(?:SEVERE \\[null\\]: Last record repeated (?:again|\\d+ more times|more than \\d+ times, [^\\n]*)\\.\\R)*");

    private final Path folder;
    private final Map<Given, String> given = new EnumMap<>(Given.class);
    private final Application application;
    private String screen = "1600x1000";
    private boolean ended;

    /** Makes a run whose files go to a folder, which is emptied. */
    DrivenRun(Path folder) throws Exception {
        this.folder = emptied(folder);
        Path userDirectory = Files.createDirectories(folder.resolve("user"));
        DriverModule.into(userDirectory);
        application = new Application(home(), userDirectory);
        give(Given.RESULTS, folder.resolve("results.txt"));
        give(Given.PICTURES, folder);
    }

    /** Returns the folder of the application. */
    static Path home() {
        return Path.of(System.getProperty("memdump.app"));
    }

    /** Hands a file to the driver. */
    DrivenRun give(Given key, Path file) {
        given.put(key, file.toString());
        return this;
    }

    /** Hands an address to the driver. */
    DrivenRun give(Given key, URI address) {
        given.put(key, address.toString());
        return this;
    }

    /** Runs on a screen of so many pixels, as 1280x800. */
    DrivenRun on(String size) {
        screen = size;
        return this;
    }

    /** Returns what was handed to the driver. */
    Path given(Given key) {
        return Path.of(given.get(key));
    }

    /** Runs the application to its end and returns a test for each check of the driver, and two of the run itself. */
    Stream<DynamicTest> tests(List<String> arguments, int seconds) throws IOException, InterruptedException {
        Optional<Path> xvfb = VirtualDisplay.program();
        assertTrue(xvfb.isPresent() || !"1".equals(System.getenv("MEMDUMP_WINDOW_TEST")),
            "there is no Xvfb, although MEMDUMP_WINDOW_TEST=1 promises one");
        assumeTrue(xvfb.isPresent(), "skipped: no Xvfb here to show the application on (Debian: apt-get install xvfb)");
        List<String> all = new ArrayList<>(arguments);
        given.forEach((key, value) -> all.add("-J-D" + key.property() + "=" + value));
        try (VirtualDisplay display = VirtualDisplay.start(xvfb.get(), screen, folder.resolve("xvfb.log"))) {
            ended = application.run(display.name(), all, seconds);
        }
        List<DynamicTest> tests = outcomes();
        tests.add(dynamicTest("ends when asked to", () -> assertTrue(ended, seconds + " seconds were not enough")));
        tests.add(dynamicTest("has no exception in its log", this::logIsClean));
        return tests.stream();
    }

    private List<DynamicTest> outcomes() throws IOException {
        Path results = given(Given.RESULTS);
        assertTrue(Files.exists(results), () -> "the application checked nothing\n" + lastWords());
        List<DynamicTest> tests = new ArrayList<>();
        for (String line : Files.readAllLines(results)) {
            String[] parts = line.split("\t", 3);
            tests.add(dynamicTest(parts[1], () -> assertEquals("passed", parts[0], () -> parts[2] + "\n"
                + lastWords())));
        }
        return tests;
    }

    private void logIsClean() throws IOException {
        String exceptions = GEPHIS_OWN.matcher(application.log()).replaceAll("").lines()
            .filter(line -> line.startsWith("SEVERE") || line.contains("Exception")).collect(Collectors.joining("\n"));
        assertEquals("", exceptions, this::lastWords);
    }

    private static Path emptied(Path folder) throws IOException {
        if (Files.exists(folder)) {
            List<Path> old;
            try (Stream<Path> files = Files.walk(folder)) {
                old = files.sorted(Comparator.reverseOrder()).collect(Collectors.toList());
            }
            for (Path file : old) {
                Files.delete(file);
            }
        }
        return Files.createDirectories(folder);
    }

    private String lastWords() {
        try {
            return application.lastWords();
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }
}
