package io.github.memdump.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.testing.HeapDsl;
import io.github.memdump.testing.JsonTree;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Starting a program that stands in for an installed Gephi and writes down what it was started with. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the stand-ins are shell scripts")
class GephiCommandTest {
    @TempDir
    private Path folder;
    private Path home;
    private Path gephi;
    private Path dump;
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void make() throws IOException {
        home = folder.resolve("the sources");
        script(home.resolve("memdump"), "echo \"$*\" >> '" + folder.resolve("built") + "'");
        Path plugin = home.resolve("modules/gephi-plugin/target/memdump.nbm");
        Files.createDirectories(plugin.getParent());
        try (OutputStream out = Files.newOutputStream(plugin); ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String name : List.of("Info/info.xml", "netbeans/modules/memdump.jar")) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(name.getBytes());
            }
        }
        gephi = folder.resolve("my gephi");
        for (String cluster : List.of("platform", "gephi")) {
            Files.createDirectories(gephi.resolve(cluster));
        }
        Files.createDirectories(gephi.resolve("etc"));
        Files.writeString(gephi.resolve("etc/gephi.clusters"), "# theirs\nplatform\ngephi\nnot-there\n");
        started("sleep 30");
        dump = HeapDsl.heap().root("vm").writeTo(folder.resolve("a dump.json"));
        environment.putAll(Map.of("MEMDUMP_HOME", home.toString(), "DISPLAY", ":0"));
    }

    private void started(String then) throws IOException {
        script(gephi.resolve("bin/gephi"), "for a in \"$@\"; do echo \"$a\" >> '" + folder.resolve("arguments")
            + "'; done\n" + then);
    }

    private static void script(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + text + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    private CommandRun run(Object... arguments) {
        return CommandRun.in(environment, new byte[0], arguments);
    }

    @Test
    void anInstalledGephiGetsThePluginAsAClusterAndTheDumpsAsProperties() throws IOException {
        environment.put("MEMDUMP_XMX", "2g");
        started("exit 0");
        Map<Path, Long> untouched = contents(gephi);
        CommandRun run = run("gephi", "--gephi-home", gephi, "--userdir", folder.resolve("u"), dump, dump);
        assertEquals(1, run.code());
        assertEquals("", run.out());
        assertTrue(run.err().contains("running already") && run.err().contains("--userdir"), run.err());
        Path ours = home.resolve("modules/cli/target/gephi-cluster");
        assertEquals(List.of("--clusters", gephi.resolve("platform") + ":" + gephi.resolve("gephi") + ":" + ours,
            "-J-Dmemdump.before=" + dump, "-J-Dmemdump.after=" + dump, "-J-Xmx2g", "--userdir",
            folder.resolve("u").toString()), Files.readAllLines(folder.resolve("arguments")));
        assertTrue(Files.isRegularFile(ours.resolve("modules/memdump.jar")));
        assertEquals(List.of("--build-only modules/gephi-plugin"), Files.readAllLines(folder.resolve("built")));
        assertEquals(untouched, contents(gephi));
    }

    @Test
    void theFolderMayComeFromTheEnvironmentAndOneDumpIsTheOneAfter() throws IOException {
        environment.put("GEPHI_HOME", gephi.toString());
        started("exec sleep 30");
        CommandRun run = run("gephi", "--json", dump);
        JsonTree told = run.json();
        ProcessHandle.of(told.number("process")).ifPresent(ProcessHandle::destroy);
        assertEquals("installed", told.text("started"));
        assertEquals(List.of(dump.toString()), told.list("dumps").stream().map(JsonTree::toString)
            .collect(Collectors.toList()));
        assertTrue(Files.readAllLines(folder.resolve("arguments")).contains("-J-Dmemdump.after=" + dump));
        assertTrue(run.err().contains("starting the Gephi in " + gephi), run.err());
        Files.deleteIfExists(Path.of(told.text("log")));
    }

    @Test
    void aReleaseCarriesThePluginAndBuildsNothing() throws IOException {
        Path release = folder.resolve("a release");
        Path ours = Files.createDirectories(release.resolve("gephi-cluster"));
        environment.put("MEMDUMP_HOME", release.toString());
        started("exit 0");
        Map<Path, Long> untouched = contents(release);
        run("gephi", "--gephi-home", gephi, dump);
        assertEquals(List.of("--clusters", gephi.resolve("platform") + ":" + gephi.resolve("gephi") + ":" + ours,
            "-J-Dmemdump.after=" + dump), Files.readAllLines(folder.resolve("arguments")));
        assertEquals(untouched, contents(release));
    }

    @Test
    void aReleaseWithoutAGephiSaysWhereToGetOne() throws IOException {
        Path release = folder.resolve("a release");
        Files.createDirectories(release.resolve("gephi-cluster"));
        environment.put("MEMDUMP_HOME", release.toString());
        run("gephi", dump).fails(1, "No Gephi comes with this release", "--gephi-home DIR", "GEPHI_HOME",
            "memdump report");
    }

    @Test
    void aGephiThatEndsBadlyIsToldWithItsLastWords() throws IOException {
        started("echo 'No usable Java'; exit 3");
        CommandRun run = run("gephi", "--gephi-home", gephi);
        assertEquals(1, run.code());
        assertEquals("", run.out());
        assertTrue(run.err().contains("exit code 3") && run.err().contains("No usable Java"), run.err());
    }

    @Test
    void aFolderWithoutAGephiIsTold() {
        run("gephi", "--gephi-home", folder).fails(1, "There is no Gephi in", "bin/gephi");
        run("gephi", "--gephi-home", folder.resolve("no")).fails(1, "is not a directory");
    }

    @Test
    void withoutADisplayNothingIsStarted() {
        environment.remove("DISPLAY");
        run("gephi", "--gephi-home", gephi, dump).fails(1, "no display", "memdump report");
        assertTrue(Files.notExists(folder.resolve("arguments")));
    }

    private static Map<Path, Long> contents(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.collect(Collectors.toMap(file -> file, file -> file.toFile().lastModified()));
        }
    }
}
