package io.github.memdump.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a short command does not wake: each of these once took a twentieth of its processor time, or more. */
class LeanStartTest {
    @TempDir
    private Path folder;

    private Path dump;

    @BeforeEach
    void writeADump() throws IOException {
        dump = Files.write(folder.resolve("small.json"), List.of(
            "{\"type\":\"ROOT\", \"root\":\"vm\", \"references\":[\"0x8\"]}",
            "{\"address\":\"0x8\", \"type\":\"CLASS\", \"class\":\"0x10\", \"name\":\"Shop\", \"memsize\":4000}",
            "{\"address\":\"0x10\", \"type\":\"CLASS\", \"class\":\"0x10\", \"memsize\":640}"));
        Files.setLastModifiedTime(dump, FileTime.fromMillis(3_600_000));
    }

    private List<String> loaded(String... options) throws IOException, InterruptedException {
        Path log = folder.resolve("classes");
        List<String> words = new ArrayList<>(List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xlog:class+load:file=classes"));
        words.addAll(List.of(options));
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName(), "stats",
            dump.toString()));
        ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true)
            .redirectOutput(folder.resolve("out").toFile());
        builder.environment().put("MEMDUMP_CACHE", folder.resolve("cache").toString());
        Process process = builder.start();
        assertEquals(0, process.waitFor(), () -> read(folder.resolve("out")));
        assertTrue(read(folder.resolve("out")).contains("3 objects"), () -> read(folder.resolve("out")));
        return Files.readAllLines(log).stream().map(line -> line.substring(line.lastIndexOf(']') + 1).strip())
            .collect(Collectors.toList());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }

    @Test
    void aPlainStatsLoadsNeitherOtherCommandsNorTheFormatterNorTheToolkit() throws Exception {
        List<String> classes = loaded();
        assertTrue(classes.stream().anyMatch(line -> line.startsWith("io.github.memdump.cli.inspect.StatsCommand ")));
        assertEquals(List.of(), classes.stream().filter(line -> line.startsWith("java.util.Formatter ")
            || line.startsWith("java.time.format.") || line.startsWith("java.sql.") || line.contains("gephi-toolkit")
            || line.startsWith("io.github.memdump.cli.compare.") || line.startsWith("io.github.memdump.cli.live.")
            || line.startsWith("io.github.memdump.cli.Memdump$")
            || line.startsWith("io.github.memdump.index.EngineVersion$")).collect(Collectors.toList()));
    }

    @Test
    void aSecondStatsLoadsNoHeapAndStartsNoThreads() throws Exception {
        String anyDump = "-Dmemdump.index_from=0";
        assertTrue(loaded(anyDump).stream().anyMatch(line -> line.startsWith("io.github.memdump.index.IndexWriter ")));
        List<String> classes = loaded(anyDump);
        assertTrue(classes.stream().anyMatch(line -> line.startsWith("io.github.memdump.index.IndexFile ")));
        assertEquals(List.of(), classes.stream().filter(line -> line.startsWith("io.github.memdump.heap.HeapBuilder ")
            || line.startsWith("io.github.memdump.heap.HeapColumns ")
            || line.startsWith("io.github.memdump.index.IndexWriter ")
            || line.startsWith("java.util.concurrent.ThreadPoolExecutor ")).collect(Collectors.toList()));
    }
}
