package io.github.memdump.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The portable command, unpacked into a folder of its own. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "it is started by its shell script")
class PortableCommandIT {
    @TempDir
    private static Path folder;
    private static Path home;

    @BeforeAll
    static void unpack() throws IOException {
        home = Published.unpacked(Files.createDirectories(folder.resolve("a place")));
    }

    private static String run(int code, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(home.resolve("memdump").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("MEMDUMP") || name.startsWith("GEPHI"));
        builder.environment().put("MEMDUMP_JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("MEMDUMP_CACHE", folder.resolve("cache").toString());
        builder.environment().put("DISPLAY", ":0");
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(code, process.waitFor(), said);
        return said;
    }

    @Test
    void knowsItsVersion() throws Exception {
        assertTrue(run(0, "--version").contains(Published.VERSION));
    }

    @Test
    void drawsWithTheLibrariesItCarries() throws Exception {
        Path examples = Path.of(System.getProperty("memdump.examples"));
        run(0, "report", examples.resolve("before.json.gz").toString(), examples.resolve("after.json.gz").toString(),
            "-o", "out");
        assertTrue(Files.readString(folder.resolve("out/report.html")).contains("Shop::SessionStore"));
        assertTrue(Files.size(folder.resolve("out/leak.gephi")) > 0);
    }

    @Test
    void saysThatNoGephiComesWithIt() throws Exception {
        assertTrue(run(1, "gephi").contains("--gephi-home DIR"));
    }

    @Test
    void startsAnInstalledGephiWithThePluginItCarries() throws Exception {
        Path gephi = folder.resolve("gephi");
        Files.createDirectories(gephi.resolve("bin"));
        Files.createDirectories(gephi.resolve("etc"));
        Files.createDirectories(gephi.resolve("platform"));
        Files.writeString(gephi.resolve("etc/gephi.clusters"), "platform\n");
        Path program = Files.writeString(gephi.resolve("bin/gephi"), "#!/bin/sh\necho \"$2\"\nexit 3\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        String said = run(1, "gephi", "--gephi-home", gephi.toString());
        Path cluster = home.toRealPath().resolve("gephi-cluster");
        assertTrue(said.contains(gephi.resolve("platform") + ":" + cluster), said);
        for (String file : List.of("config/Modules/io-github-memdump-gephi.xml", "modules/io-github-memdump-gephi.jar",
            "modules/ext/io.github.memdump.gephi/io-github-memdump/memdump-core.jar", ".lastModified")) {
            assertTrue(Files.isRegularFile(cluster.resolve(file)), file);
        }
    }

    @Test
    void carriesItsLicencesAndThoseOfItsLibraries() throws IOException {
        for (String file : List.of("README.md", "LICENSE", "THIRD-PARTY.md", "CHANGELOG.md",
            "licenses/jackson-core/META-INF/LICENSE", "licenses/gephi-toolkit/META-INF/NOTICE",
            "licenses/jline/LICENSE.txt")) {
            assertTrue(Files.size(home.resolve(file)) > 0, file);
        }
        String told = Files.readString(home.resolve("THIRD-PARTY.md"));
        try (Stream<Path> libraries = Files.list(home.resolve("app/lib"))) {
            libraries.map(file -> file.getFileName().toString().replaceAll("-\\d.*", ""))
                .filter(name -> !name.startsWith("memdump"))
                .forEach(name -> assertTrue(told.toLowerCase().contains(name.replace("gephi-toolkit", "gephi toolkit")),
                    name));
        }
    }
}
