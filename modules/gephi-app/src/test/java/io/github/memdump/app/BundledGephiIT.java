package io.github.memdump.app;

import io.github.memdump.driver.Given;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The application as users get it, from File &gt; Open to the actions of the plugin. */
class BundledGephiIT {
    private static final int SECONDS = 150;

    @TestFactory
    Stream<DynamicTest> doesWhatAUserAsksOfIt() throws Exception {
        Path examples = Path.of(System.getProperty("memdump.examples"));
        DrivenRun run = new DrivenRun(Path.of(System.getProperty("memdump.smoke")))
            .give(Given.BEFORE, examples.resolve("before.json.gz"))
            .give(Given.AFTER, examples.resolve("after.json.gz"))
            .give(Given.GRAPH, Path.of(getClass().getResource("/four.gexf").toURI()))
            .give(Given.JSON, Path.of(getClass().getResource("/graph.json").toURI()));
        return run.tests(List.of("-J-Xmx1g", "-J-Dmemdump.before=" + run.given(Given.BEFORE),
            "-J-Dmemdump.after=" + run.given(Given.AFTER)), SECONDS);
    }
}
