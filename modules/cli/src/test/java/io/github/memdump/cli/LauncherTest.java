package io.github.memdump.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script at the top of the repository, in a checkout that is made up, with a Java and a Maven that are too. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a shell script")
class LauncherTest {
    @TempDir
    private Path folder;
    private Path home;
    private Path log;

    @BeforeEach
    void make() throws IOException {
        home = folder.resolve("a check out");
        log = folder.resolve("log");
        Files.createDirectories(home.resolve("modules/core/src/main"));
        for (String module : List.of("modules/attach", "modules/mcp", "modules/cli")) {
            Files.createDirectories(home.resolve(module).resolve("src/main"));
        }
        for (String of : List.of("", "modules/core/", "modules/attach/", "modules/mcp/", "modules/cli/")) {
            Files.writeString(home.resolve(of + "pom.xml"), "<project/>");
        }
        Files.createDirectories(home.resolve("src/build"));
        for (String file : List.of("memdump", "src/build/first-use.sh")) {
            Files.copy(Path.of("../..", file), home.resolve(file));
        }
        program(folder.resolve("bin/mvn"), "echo \"mvn $JAVA_HOME\" >> '" + log + "'");
    }

    private static void program(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + text + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    private Path java(String version) throws IOException {
        Path java = folder.resolve("java " + version);
        program(java.resolve("bin/java"), "for a in \"$@\"; do echo \"java $a\" >> '" + log + "'; done");
        program(java.resolve("bin/javac"), "exit 1");
        Files.writeString(java.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        return java;
    }

    /** Returns the exit code followed by the lines on standard error. */
    private List<String> run(Map<String, String> environment, Path script, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("sh", script.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("MEMDUMP") || name.equals("JAVA_HOME"));
        builder.environment().put("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
        builder.environment().put("MEMDUMP_NO_CLASS_ARCHIVE", "1");
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        List<String> result = new ArrayList<>();
        new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8).lines().forEach(result::add);
        result.add(0, Integer.toString(process.waitFor()));
        return result;
    }

    private List<String> logged() throws IOException {
        List<String> lines = Files.exists(log) ? Files.readAllLines(log) : List.of();
        Files.deleteIfExists(log);
        return lines;
    }

    @Test
    void buildsOnFirstUseAndAgainOnlyWhenASourceIsNewer() throws Exception {
        Map<String, String> environment = Map.of("MEMDUMP_JAVA_HOME", java("17.0.9").toString());
        List<String> first = run(environment, home.resolve("memdump"), "stats", "a b");
        assertEquals("0", first.get(0));
        assertTrue(first.get(1).contains("building modules/cli"), first.toString());
        List<String> lines = logged();
        assertEquals("mvn " + folder.resolve("java 17.0.9"), lines.get(0));
        assertEquals(List.of("java stats", "java a b"), lines.subList(lines.size() - 2, lines.size()));
        assertTrue(lines.contains("java " + home.toRealPath().resolve("modules/cli/target/memdump.jar")),
            lines.toString());
        assertEquals(List.of("0"), run(environment, home.resolve("memdump"), "stats"));
        assertEquals(List.of(), logged().stream().filter(line -> line.startsWith("mvn")).toList());
        Path source = Files.writeString(home.resolve("modules/core/src/main/New.java"), "class New { }");
        Files.setLastModifiedTime(source, java.nio.file.attribute.FileTime.fromMillis(
            System.currentTimeMillis() + 5000));
        run(environment, home.resolve("memdump"), "stats");
        assertTrue(logged().get(0).startsWith("mvn"));
    }

    @Test
    void isFoundThroughSymbolicLinks() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("bin/memdump"), Path.of("../a check out/memdump"));
        assertEquals("0", run(Map.of("MEMDUMP_JAVA_HOME", java("21").toString()), link, "--help").get(0));
        assertTrue(logged().contains("java --help"));
    }

    @Test
    void theMemoryCanBeSet() throws Exception {
        String java = java("17").toString();
        run(Map.of("MEMDUMP_JAVA_HOME", java, "MEMDUMP_XMX", "3g"), home.resolve("memdump"), "stats");
        assertTrue(logged().contains("java -Xmx3g"));
        List<String> wrong = run(Map.of("MEMDUMP_JAVA_HOME", java, "MEMDUMP_XMX", "much"), home.resolve("memdump"),
            "stats");
        assertEquals("1", wrong.get(0));
        assertTrue(wrong.get(1).contains("MEMDUMP_XMX is 'much'"), wrong.toString());
    }

    @Test
    void howJavaIsStartedGoesByTheSizeOfTheLargestDump() throws Exception {
        Map<String, String> environment = Map.of("MEMDUMP_JAVA_HOME", java("17").toString());
        program(folder.resolve("bin/getconf"), "echo 2");
        Path small = Files.write(folder.resolve("a small.json"), new byte[100]);
        Path packed = sized("packed.json.gz", 1_000_000);
        Path large = sized("large.json", 120_000_000);
        Path huge = sized("huge.json", 1_200_000_000);
        String quick = "java -XX:TieredStopAtLevel=1";
        String seldom = "java -XX:CompileThresholdScaling=4";
        assertEquals(List.of(quick, seldom), flags(environment, small.toString()));
        assertEquals(List.of(quick), flags(environment, packed.toString()));
        assertEquals(List.of(quick), flags(environment, small.toString(), large.toString()));
        assertEquals(List.of(), flags(environment, huge.toString()));
        assertEquals(List.of(), flags(environment, "-"));
        program(folder.resolve("bin/getconf"), "echo 8");
        assertEquals(List.of(), flags(environment, large.toString()));
        assertEquals(List.of(), flags(environment, small.toString()));
    }

    private Path sized(String name, long bytes) throws IOException {
        Path file = folder.resolve(name);
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(bytes);
        }
        return file;
    }

    /** Returns those of the flags that depend on the dumps, as Java gets them. */
    private List<String> flags(Map<String, String> environment, String... dumps) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("stats"));
        arguments.addAll(List.of(dumps));
        assertEquals("0", run(environment, home.resolve("memdump"), arguments.toArray(new String[0])).get(0));
        return logged().stream().filter(line -> line.contains("-XX:TieredStop") || line.contains("Scaling"))
            .collect(Collectors.toList());
    }

    @Test
    void anOldJavaIsRefusedWithWhatToInstall() throws Exception {
        List<String> told = run(Map.of("MEMDUMP_JAVA_HOME", java("1.8.0_392").toString()), home.resolve("memdump"),
            "stats");
        assertEquals("1", told.get(0));
        assertTrue(told.get(1).contains("Java 17 or newer is needed"), told.toString());
        assertTrue(told.toString().contains("apt-get install openjdk-17-jdk"), told.toString());
    }

    @Test
    void aJavaTooNewForGephiRunsEverythingElse() throws Exception {
        Map<String, String> environment = Map.of("MEMDUMP_JAVA_HOME", java("25.0.1").toString());
        assertEquals("0", run(environment, home.resolve("memdump"), "stats").get(0));
        List<String> told = run(environment, home.resolve("memdump"), "gephi");
        assertEquals("1", told.get(0));
        assertTrue(told.get(1).contains("Gephi runs on Java 17 to 21, and only Java 25 was found"), told.toString());
    }

    @Test
    void aBuildThatFailsIsToldAndNotTakenForDone() throws Exception {
        program(folder.resolve("bin/mvn"), "echo '[ERROR] no network'; exit 1");
        Map<String, String> environment = Map.of("MEMDUMP_JAVA_HOME", java("17").toString());
        for (int i = 0; i < 2; i++) {
            List<String> told = run(environment, home.resolve("memdump"), "stats");
            assertEquals("1", told.get(0));
            assertTrue(told.contains("[ERROR] no network"), told.toString());
            assertTrue(told.get(told.size() - 1).contains("building modules/cli failed"), told.toString());
        }
        assertTrue(Files.notExists(home.resolve("target/memdump-build.lock")));
    }

    @Test
    void aReleaseRunsWhatItHasAndBuildsNothing() throws Exception {
        Path release = Files.createDirectories(folder.resolve("a release"));
        Files.copy(Path.of("../../memdump"), release.resolve("memdump"));
        Map<String, String> environment = Map.of("MEMDUMP_JAVA_HOME", java("17").toString());
        List<String> told = run(environment, release.resolve("memdump"), "stats");
        assertEquals("1", told.get(0));
        assertTrue(told.get(1).endsWith("is not complete. Unpack its zip again."), told.toString());
        Files.createDirectories(release.resolve("app"));
        Files.createFile(release.resolve("app/memdump.jar"));
        assertEquals(List.of("0"), run(environment, release.resolve("memdump"), "stats", "a b"));
        List<String> lines = logged();
        assertTrue(lines.contains("java " + release.toRealPath().resolve("app/memdump.jar")), lines.toString());
        assertEquals(List.of("java stats", "java a b"), lines.subList(lines.size() - 2, lines.size()));
        assertTrue(lines.stream().noneMatch(line -> line.startsWith("mvn")), lines.toString());
    }

    @Test
    void aJavaThatIsFoundByItsPlaceLeavesTheHomeAsItIs() throws Exception {
        Path jdks = Files.createDirectories(folder.resolve("user/.jdks"));
        Files.createSymbolicLink(jdks.resolve("17"), java("17.0.2"));
        Files.createSymbolicLink(folder.resolve("bin/java"), java("11.0.1").resolve("bin/java"));
        run(Map.of("HOME", folder.resolve("user").toString()), home.resolve("memdump"), "--help");
        assertTrue(logged().get(0).startsWith("mvn "));
        assertTrue(Files.exists(home.resolve("modules/cli/target/built")));
    }

    @Test
    void classesStandReadyInAnArchiveAfterTheFirstUse() throws Exception {
        Path java = java("17");
        program(java.resolve("bin/java"), "for a in \"$@\"; do echo \"java $a\" >> '" + log + "'; case $a in"
            + " -XX:SharedArchiveFile=*.making/* | -XX:DumpLoadedClassList=*) : > \"${a#*=}\" ;; esac; done");
        Map<String, String> environment = Map.of("MEMDUMP_JAVA_HOME", java.toString(), "MEMDUMP_NO_CLASS_ARCHIVE", "",
            "XDG_CACHE_HOME", folder.resolve("cache").toString());
        assertEquals("0", run(environment, home.resolve("memdump"), "stats").get(0));
        Path classes = folder.resolve("cache/memdump/classes");
        List<Path> made = List.of();
        for (int tries = 0; tries < 600 && (made.size() != 1 || !made.get(0).toString().endsWith(".jsa")); tries++) {
            Thread.sleep(50);
            try (Stream<Path> files = Files.list(classes)) {
                made = files.toList();
            }
        }
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(classes)));
        logged();
        run(environment, home.resolve("memdump"), "stats");
        assertTrue(logged().contains("java -XX:SharedArchiveFile=" + made.get(0)), made.toString());
    }

    @Test
    void withoutACacheThereIsNoArchiveAndNoWordOfIt() throws Exception {
        List<String> told = run(Map.of("MEMDUMP_JAVA_HOME", java("17").toString(), "MEMDUMP_NO_CLASS_ARCHIVE", "",
            "XDG_CACHE_HOME", "/dev/null"), home.resolve("memdump"), "stats");
        assertEquals("0", told.get(0));
        assertEquals(2, told.size(), told.toString());
        assertTrue(logged().stream().noneMatch(line -> line.contains("Archive")));
    }

    @Test
    void aLockLeftByAProcessThatDiedIsBroken() throws Exception {
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        Path lock = Files.createDirectories(home.resolve("target/memdump-build.lock"));
        Files.writeString(lock.resolve("process"), dead.pid() + "\n");
        assertEquals("0", run(Map.of("MEMDUMP_JAVA_HOME", java("17").toString()), home.resolve("memdump"), "stats")
            .get(0));
        assertTrue(Files.notExists(lock));
    }
}
