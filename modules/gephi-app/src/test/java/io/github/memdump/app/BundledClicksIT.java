package io.github.memdump.app;

import io.github.memdump.driver.Given;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The five clicks of the docs do what is told of them; their pictures are those of the docs (src/build/pictures.sh).
 * The folder of the dumps can be another one, {@code memdump.clicks.dumps}, since pictures show its name; with
 * {@code memdump.clicks.process}, part of the command of a Ruby process, that is chosen to be dumped into it.
 */
class BundledClicksIT {
    private static final int SECONDS = 150;

    @TestFactory
    Stream<DynamicTest> findsTheLeakInFiveClicks() throws Exception {
        Path dumps = Path.of(System.getProperty("memdump.clicks.dumps", System.getProperty("memdump.examples")));
        DrivenRun run = new DrivenRun(Path.of(System.getProperty("memdump.smoke") + "-clicks")).on("1280x800")
            .give(Given.BEFORE, dumps.resolve("before.json.gz")).give(Given.AFTER, dumps.resolve("after.json.gz"));
        List<String> arguments = new ArrayList<>(List.of("-J-Xmx1g", "-J-D" + Given.CLICKS.property() + "=.",
            "-J-Dmemdump.before=" + run.given(Given.BEFORE), "-J-Dmemdump.after=" + run.given(Given.AFTER)));
        String process = System.getProperty("memdump.clicks.process");
        if (process != null) {
            arguments.addAll(List.of("-J-Dmemdump.driver.process=" + process, "-J-Duser.home=" + dumps));
        }
        return run.tests(arguments, SECONDS);
    }
}
