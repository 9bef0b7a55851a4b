package io.github.memdump.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.driver.Given;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The application without the plugin, which it gets from the update center, over HTTP, while it runs. */
class UpdateCenterIT {
    private static final int SECONDS = 90;
    private static final String OURS = "memdump";

    @TestFactory
    Stream<DynamicTest> thePluginIsInstalledFromTheUpdateCenter() throws Exception {
        Path folder = Path.of(System.getProperty("memdump.smoke") + "-update-center");
        Path examples = Path.of(System.getProperty("memdump.examples"));
        DrivenRun run = new DrivenRun(folder).give(Given.AFTER, examples.resolve("after.json.gz"));
        String clusters = Stream.of(DrivenRun.home().resolve("platform"), DrivenRun.home().resolve("gephi"),
            withoutPlugin(folder.resolve(OURS))).map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        try (FolderServer center = new FolderServer(Path.of(System.getProperty("memdump.update-center")))) {
            run.give(Given.UPDATE_CENTER, center.address());
            Stream<DynamicTest> checks = run.tests(List.of("-J-Xmx1g", "-J-Dnetbeans.system_http_proxy=DIRECT",
                "--clusters", clusters), SECONDS);
            List<String> served = center.served();
            DynamicTest asked = DynamicTest.dynamicTest("asks for the catalogue and the plugin alone",
                () -> assertTrue(served.size() >= 2 && served.stream().allMatch(name ->
                    name.startsWith("updates.xml") || name.endsWith(".nbm")), served.toString()));
            return Stream.concat(checks, Stream.of(asked));
        }
    }

    /** Copies the cluster that holds the plugin and the branding, without the plugin. */
    private static Path withoutPlugin(Path copy) throws IOException {
        Path cluster = DrivenRun.home().resolve(OURS);
        List<Path> files;
        try (Stream<Path> all = Files.walk(cluster)) {
            files = all.filter(Files::isRegularFile).collect(Collectors.toList());
        }
        for (Path file : files) {
            Path name = cluster.relativize(file);
            if (!name.toString().replace('-', '.').contains("io.github.memdump.gephi")) {
                Path target = copy.resolve(name);
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
        return copy;
    }
}
