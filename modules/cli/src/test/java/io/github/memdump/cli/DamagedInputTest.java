package io.github.memdump.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.testing.JsonTree;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Damaged and unusual dumps through the whole command. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class DamagedInputTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void isReadAsFarAsItGoesAndTold(Trouble trouble) throws IOException {
        Path dump = Files.write(folder.resolve("dump.json"), trouble.dump());
        CommandRun run = CommandRun.of("stats", "--json", dump);
        assertEquals(trouble.issues(), run.json().numbers("issues"));
        assertEquals(trouble.objects(), run.json().number("objects"));
        assertFalse(run.err().contains("Exception") || run.err().contains("\tat "), run.err());
        long lines = run.err().lines().count();
        assertEquals((trouble.issues().isEmpty() ? 0 : 1) + (trouble == Trouble.MADE_WITH_SINCE ? 1 : 0), lines,
            run.err());
    }

    @ParameterizedTest
    @EnumSource
    void strictCommandsFailWhereTheDamageIs(Trouble trouble) throws IOException {
        Path dump = Files.write(folder.resolve("dump.json"), trouble.dump());
        CommandRun run = CommandRun.of("table", "--strict", dump, "--columns", "object", "-o",
            folder.resolve("out.csv"));
        if (trouble.issues().isEmpty()) {
            assertEquals(0, run.code(), run.err());
        } else {
            run.fails(1, dump.toString(), ": line ", " (byte ", "Without --strict");
            assertEquals(List.of("dump.json"), names());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsWrittenOfItIsWhole(Trouble trouble) throws IOException {
        Path dump = Files.write(folder.resolve("dump.json"), trouble.dump());
        Path before = Files.writeString(folder.resolve("before.json"), "{\"type\":\"ROOT\", \"root\":\"vm\"}\n");
        Path table = folder.resolve("out.csv");
        assertEquals(0, CommandRun.of("table", dump, "--columns", "object,type,file,method,name", "-o", table).code());
        assertEquals(trouble.objects(), CsvRecords.of(Files.readString(table)).size());
        Path diff = folder.resolve("out.json");
        assertEquals(0, CommandRun.of("diff", before, dump, "-o", diff).code());
        assertEquals(trouble.objects(), CommandRun.of("stats", "--json", diff).json().number("objects"));
        assertEquals(List.of("before.json", "dump.json", "out.csv", "out.json"), names());
    }

    @Test
    void aPrettyPrintedDumpIsRefusedInWords() throws IOException {
        Path dump = Files.writeString(folder.resolve("pretty.json"),
            "{\n  \"address\": \"0x10\",\n  \"type\": \"STRING\"\n}\n");
        CommandRun.of("stats", dump).fails(1, "pretty.json", "several lines", "jq -c .");
    }

    @Test
    void aFileThatGrowsWhileItIsReadIsReadAndTold() throws Exception {
        changing((file, round) -> Files.writeString(file, record(1 << 24 | round), StandardOpenOption.APPEND));
    }

    @Test
    void aFileThatIsCutWhileItIsReadIsReadAndTold() throws Exception {
        changing((file, round) -> {
            try (java.nio.channels.FileChannel channel = java.nio.channels.FileChannel.open(file,
                    StandardOpenOption.WRITE)) {
                channel.truncate(channel.size() - 100);
            }
        });
    }

    @Test
    void limitsAreNamedWhereTheyAreMetAndCanBeRaised() throws IOException {
        Path dump = Files.write(folder.resolve("dump.json"), Trouble.DANGLING_REFERENCES.dump());
        CommandRun.of("stats", dump, "--limit", "objects=3").fails(1, "dump.json: line 4 (byte ", "more than 3 objects",
            "--limit objects=N");
        CommandRun.of("stats", dump, "--limit", "objects=4", "--strict").quiet();
        CommandRun cut = CommandRun.of("stats", "--json", dump, "--limit", "references-per-object=2");
        assertEquals(Map.of("too_many_references", 1L), cut.json().numbers("issues"));
        assertTrue(cut.err().contains("line 4 (byte ") && cut.err().contains("--limit references-per-object=N"),
            cut.err());
        cut = CommandRun.of("stats", "--json", dump, "--limit", "nesting=8", "--limit", "line-bytes=60");
        assertEquals(Map.of("line_too_long", 2L), cut.json().numbers("issues"));
        assertTrue(cut.err().contains("line 2 (byte ") && cut.err().contains("--limit line-bytes=N"), cut.err());
        CommandRun.of("stats", dump, "--limit", "objects=0").fails(2, "objects", "at least");
        CommandRun.of("stats", dump, "--limit", "bytes=7").fails(2, "no limit 'bytes'", "line-bytes");
        CommandRun.of("stats", dump, "--limit", "objects=many").fails(2, "'many' is not a whole number");
        CommandRun.of("stats", dump, "--limit", "objects").fails(2, "--limit");
    }

    /** The first line has 200 MB; it comes through a pipe, into a process with little memory. */
    @Test
    void aLineOf200MegabytesIsReadInLittleMemory() throws Exception {
        Process process = withMemory("768m", "stats", "--json", "--strict", "-");
        try (OutputStream in = process.getOutputStream()) {
            byte[] repeated = "\"0x7f3bdeaffc10\", \"0x20\", ".repeat(4000).getBytes(StandardCharsets.US_ASCII);
            in.write("{\"address\":\"0x10\", \"type\":\"ARRAY\", \"references\":[".getBytes(StandardCharsets.US_ASCII));
            for (long written = 0; written < 200_000_000; written += repeated.length) {
                in.write(repeated);
            }
            in.write("\"0x20\"]}\n{\"address\":\"0x20\", \"type\":\"STRING\"}\n".getBytes(StandardCharsets.US_ASCII));
        }
        JsonTree stats = JsonTree.read(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        assertEquals(0, process.waitFor());
        assertEquals(2, stats.number("objects"));
        assertEquals(2, stats.number("references"));
        assertEquals(1, stats.number("dangling_references"));
    }

    /** The value takes half of the memory as it is read. */
    @Test
    void anObjectWithAHugeValueIsShownInLittleMemory() throws Exception {
        Path file = folder.resolve("huge.json");
        byte[] text = "x".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(("{\"type\":\"ROOT\", \"root\":\"vm\", \"references\":[\"0x20\"]}\n{\"address\":\"0x20\","
                + " \"type\":\"STRING\", \"value\":\"").getBytes(StandardCharsets.US_ASCII));
            write(160, text, out);
            out.write("\", \"memsize\":40}\n".getBytes(StandardCharsets.US_ASCII));
        }
        Process process = withMemory("512m", "show", file.toString(), "0x20", "--value", "--raw", "--json");
        JsonTree shown = JsonTree.read(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        assertEquals(0, process.waitFor());
        assertEquals(160L << 20, shown.number("value_bytes"));
        assertEquals(40, shown.number("fields", "memsize"));
        assertEquals(1 << 20, JsonTree.read(shown.text("raw")).text("value").length(), 10);
    }

    private static Process withMemory(String memory, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java")
            .toString(), "-Xmx" + memory, "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
            Main.class.getName()));
        command.addAll(List.of(words));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    /** Each takes nearly a third of the memory, or more; two of them at once would be too much. */
    @Test
    void longLinesOneAfterTheOtherAreSkippedOrCutInLittleMemory() throws Exception {
        Path file = folder.resolve("long.json");
        byte[] junk = "x".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write("{\"type\":\"ROOT\", \"root\":\"vm\", \"references\":[\"0x20\"]}\n".getBytes(
                StandardCharsets.US_ASCII));
            for (int megabytes : new int[] {200, 160, 160}) {
                write(megabytes, junk, out);
                out.write('\n');
            }
            for (int megabytes : new int[] {100, 150}) {
                out.write(("{\"address\":\"0x" + megabytes + "\", \"type\":\"CLASS\", \"name\":\"").getBytes(
                    StandardCharsets.US_ASCII));
                write(megabytes, junk, out);
                out.write(("\"}\n{\"address\":\"0x20" + megabytes + "\", \"type\":\"STRING\", \"value\":\"x\"}\n")
                    .getBytes(StandardCharsets.US_ASCII));
            }
        }
        Process process = withMemory("512m", "stats", "--json", file.toString());
        JsonTree stats = JsonTree.read(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        assertEquals(0, process.waitFor());
        assertEquals(Map.of("line_beyond_memory", 1L, "malformed_line", 2L, "name_too_long", 2L),
            stats.numbers("issues"));
        assertEquals(5, stats.number("objects"));
        Path out = folder.resolve("out.json");
        Process copying = withMemory("512m", "select", "--values", "--where", "memsize >= 0", file.toString(), "-o",
            out.toString());
        assertEquals(0, copying.waitFor());
        assertTrue(Files.size(out) > 250L << 20, Files.size(out) + " bytes");
    }

    private static void write(int megabytes, byte[] junk, OutputStream out) throws IOException {
        for (int i = 0; i < megabytes; i++) {
            out.write(junk);
        }
    }

    /** Runs the command on a file that somebody changes all the time, in small steps. */
    private void changing(Change change) throws Exception {
        Path file = folder.resolve("dump.json");
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 200_000; i++) {
            text.append(record(i));
        }
        Files.writeString(file, text);
        AtomicBoolean done = new AtomicBoolean();
        Thread writer = new Thread(() -> {
            try {
                for (int round = 0; !done.get(); round++) {
                    change.make(file, round);
                    Thread.sleep(1);
                }
            } catch (IOException | InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        });
        writer.start();
        try {
            CommandRun run = CommandRun.of("stats", "--json", file);
            assertEquals(1, run.json().number("issues", "changed_while_read"));
            assertTrue(run.json().number("objects") > 1000, run.out());
            assertTrue(run.err().contains("changed while it was read"), run.err());
        } finally {
            done.set(true);
            writer.join();
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(Path::getFileName).map(Path::toString).sorted().collect(Collectors.toList());
        }
    }

    private static String record(int i) {
        return String.format("{\"address\":\"0x%08x\", \"type\":\"STRING\", \"memsize\":40}\n", i * 8 + 8);
    }

    private interface Change {
        void make(Path file, int round) throws IOException;
    }
}
