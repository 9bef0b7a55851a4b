package io.github.memdump.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.memdump.driver.Given;
import java.io.IOException;
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
import org.junit.jupiter.api.TestFactory;

/** The application as users get it, on a screen of its own, from File &gt; Open to the actions of the plugin. */
class BundledGephiIT {
    /** Gephi writes labels of one workspace with the columns of another when they change while it draws. */
    private static final Pattern GEPHIS_OWN = Pattern.compile("SEVERE \\[org\\.openide\\.util\\.Exceptions\\]\\R"
        + "java\\.lang\\.IllegalArgumentException: The column does not belong to the right column store\\R"
        + "(?:\\s*(?:\\[catch\\] )?at org\\.gephi\\.[^\\n]*\\n)+"
        + "(?:SEVERE \\[null\\]: Last record repeated again\\.\\R)*");
    private static final int SECONDS = 150;

    private final Map<Given, Path> given = new EnumMap<>(Given.class);
    private Application application;
    private boolean ended;

    @TestFactory
    Stream<DynamicTest> doesWhatAUserAsksOfIt() throws Exception {
        Optional<Path> xvfb = VirtualDisplay.program();
        assumeTrue(xvfb.isPresent(), "skipped: no Xvfb here to show the application on (Debian: apt-get install xvfb)");
        Path folder = emptied(Path.of(System.getProperty("memdump.smoke")));
        prepare(folder);
        try (VirtualDisplay display = VirtualDisplay.start(xvfb.get(), folder.resolve("xvfb.log"))) {
            ended = application.run(display.name(), arguments(), SECONDS);
        }
        List<DynamicTest> tests = outcomes();
        tests.add(dynamicTest("ends when asked to", () -> assertTrue(ended, SECONDS + " seconds were not enough")));
        tests.add(dynamicTest("has no exception in its log", this::logIsClean));
        return tests.stream();
    }

    private void prepare(Path folder) throws Exception {
        Path userDirectory = Files.createDirectories(folder.resolve("user"));
        DriverModule.into(userDirectory);
        Path examples = Path.of(System.getProperty("memdump.examples"));
        given.put(Given.BEFORE, examples.resolve("before.json.gz"));
        given.put(Given.AFTER, examples.resolve("after.json.gz"));
        given.put(Given.GRAPH, Path.of(getClass().getResource("/four.gexf").toURI()));
        given.put(Given.JSON, Path.of(getClass().getResource("/graph.json").toURI()));
        given.put(Given.RESULTS, folder.resolve("results.txt"));
        given.put(Given.PICTURES, folder);
        application = new Application(Path.of(System.getProperty("memdump.app")), userDirectory);
    }

    private List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of("-J-Xmx1g"));
        given.forEach((key, file) -> arguments.add("-J-D" + key.property() + "=" + file));
        arguments.add("-J-Dmemdump.before=" + given.get(Given.BEFORE));
        arguments.add("-J-Dmemdump.after=" + given.get(Given.AFTER));
        return arguments;
    }

    private List<DynamicTest> outcomes() throws IOException {
        Path results = given.get(Given.RESULTS);
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
