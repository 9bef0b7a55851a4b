package io.github.memdump.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The archive that needs no Java, and the gem, each in a folder and with a home of its own. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "they are started by a shell script")
class PackagesIT {
    private static final long MOST_BYTES = 60_000_000;
    /** What the launcher calls; no java is among it. */
    private static final List<String> TOOLS = List.of("sh", "sed", "ls", "cksum", "getconf", "dirname", "readlink",
        "find", "mkdir", "tail", "rm", "mv", "env", "head", "sleep", "cat");

    @TempDir
    private Path folder;

    private Path tools() throws IOException {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        for (String tool : TOOLS) {
            for (String place : List.of("/bin/", "/usr/bin/")) {
                if (Files.exists(Path.of(place + tool)) && !Files.exists(bin.resolve(tool))) {
                    Files.createSymbolicLink(bin.resolve(tool), Path.of(place + tool));
                }
            }
        }
        return bin;
    }

    private String run(int code, Map<String, String> environment, String... words) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("HOME", folder.toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(code, process.waitFor(), said);
        return said;
    }

    @Test
    void theArchiveForLinuxRunsWithoutAnyJava() throws Exception {
        Path archive = Published.FOLDER.resolve(Published.COMMAND + "-linux-x64.tar.xz");
        assumeTrue(Files.exists(archive), "this JDK has no jmods, or this is no Linux on x86-64");
        assertTrue(Files.size(archive) <= MOST_BYTES, Files.size(archive) + " bytes");
        run(0, Map.of("PATH", "/usr/bin:/bin"), "tar", "xf", archive.toString());
        Path home = folder.resolve(Published.COMMAND);
        Map<String, String> bare = Map.of("PATH", tools().toString(), "MEMDUMP_NO_CLASS_ARCHIVE", "1");
        String memdump = Files.createSymbolicLink(folder.resolve("bin/memdump"), home.resolve("memdump")).toString();
        assertTrue(run(0, bare, memdump, "--version").contains(Published.VERSION));
        Path examples = Path.of(System.getProperty("memdump.examples"));
        run(0, bare, memdump, "report", examples.resolve("before.json.gz").toString(),
            examples.resolve("after.json.gz").toString(), "-o", "out");
        for (String file : List.of("report.html", "leak.png", "leak.pdf", "leak.gephi", "leak.gexf")) {
            assertTrue(Files.size(folder.resolve("out").resolve(file)) > 1000, file);
        }
        assertTrue(Files.exists(home.resolve("runtime/lib/server/classes.jsa")));
        assertTrue(Files.readString(home.resolve("share/man/man1/memdump.1")).contains(".SS heapsnapshot\n"));
        assertTrue(Files.readString(home.resolve("share/bash-completion/completions/memdump")).contains("suspects"));
        assertTrue(Files.exists(home.resolve("ruby/memdump_leak.rb")));
        assertTrue(Files.exists(home.resolve("LICENSE")));
    }

    @Test
    void theGemIsInstalledAndStartsTheCommand() throws Exception {
        Path gem = Published.FOLDER.resolve("memdump-gephi-" + Published.VERSION.replace("-", ".pre.") + ".gem");
        assertTrue(Files.exists(gem), gem.toString());
        boolean isThere = Files.exists(Path.of("/usr/bin/gem"));
        assumeTrue(isThere || "1".equals(System.getenv("MEMDUMP_RUBY_TEST")), "there is no gem");
        Map<String, String> environment = Map.of("PATH", "/usr/bin:/bin", "GEM_HOME", folder.resolve("gems").toString(),
            "MEMDUMP_JAVA_HOME", System.getProperty("java.home"), "MEMDUMP_NO_CLASS_ARCHIVE", "1");
        List<String> words = new ArrayList<>(List.of("gem", "install", "--local", "--no-document", gem.toString()));
        String said = run(0, environment, words.toArray(new String[0]));
        assertTrue(said.contains("1 gem installed"), said);
        String memdump = folder.resolve("gems/bin/memdump").toString();
        assertTrue(run(0, environment, memdump, "--version").contains(Published.VERSION));
        run(0, environment, "ruby", "-e", "gem 'memdump-gephi'; require 'memdump_leak'; MemdumpLeak.new(runs: 1)");
        Map<String, String> without = Map.of("PATH", "/usr/bin:/bin", "GEM_HOME", folder.resolve("gems").toString(),
            "MEMDUMP_JAVA_HOME", folder.toString());
        assertTrue(run(1, without, memdump, "--version").contains("there is no bin/java in it"));
    }
}
