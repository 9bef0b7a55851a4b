package io.github.memdump.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.testing.HeapDsl;
import io.github.memdump.testing.JsonTree;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dumps as they come from other hands: odd numbers, text between the records, parts of a heap, other formats. */
class OddDumpsTest {
    @TempDir
    private Path folder;

    private static Path dump(String name) {
        try {
            return Path.of(OddDumpsTest.class.getResource("/cases/" + name).toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @ParameterizedTest
    @CsvSource({"gen-max, 2147483647", "gen-big, 2147483646", "gen-15e8, 1500000000"})
    void aLargeGenerationIsARow(String name, String generation) {
        for (String command : new String[] {"stats", "consumers"}) {
            JsonTree rows = CommandRun.of(command, "--by", "generation", "--json", dump(name + ".json")).json();
            assertEquals(2, rows.list("rows").size(), command);
            assertTrue(rows.list("rows").stream().anyMatch(row -> row.text("key").equals(generation)), command);
        }
        assertTrue(CommandRun.of("unreachable", "--by", "generation", dump(name + ".json")).quiet()
            .contains("0 objects (0 B) reachable from no root"));
    }

    @Test
    void garbageOfAnyGenerationIsARow() throws IOException {
        Path dump = HeapDsl.heap().root("vm", "a").object("a").generation(3)
            .object("b").memsize(40).generation(Integer.MAX_VALUE).object("c").memsize(80).generation(3)
            .object("d").memsize(8).writeTo(folder.resolve("garbage.json"));
        JsonTree rows = CommandRun.of("unreachable", "--by", "generation", "--json", dump).json();
        assertEquals(List.of("2147483647 1 40", "3 1 80", " 1 8"), rows.list("rows").stream()
            .map(row -> row.text("key") + " " + row.number("count") + " " + row.number("memsize"))
            .sorted(Comparator.comparing((String row) -> row.startsWith(" ")).thenComparing(row -> row))
            .collect(Collectors.toList()));
    }

    @ParameterizedTest
    @CsvSource({"memsize-overflow, 1", "memsize-sum-overflow, 2"})
    void sizesThatNoProcessHasAreCountedAndSumsEndAtTheLargestNumber(String name, long damaged) {
        JsonTree stats = CommandRun.of("stats", "--json", dump(name + ".json")).json();
        assertEquals(Long.MAX_VALUE, stats.number("memsize"));
        assertEquals(Long.MAX_VALUE, stats.list("rows").get(0).number("memsize"));
        assertEquals(damaged, stats.number("issues", "impossible_number"));
        JsonTree dominators = CommandRun.of("dominators", "--json", dump(name + ".json")).json();
        assertEquals(Long.MAX_VALUE, dominators.list("rows").get(0).number("retained_size"));
        Path picture = folder.resolve(name + ".png");
        assertEquals(0, CommandRun.of("view", "classes", "-o", picture, dump(name + ".json")).code());
        assertTrue(Files.exists(picture));
    }

    @ParameterizedTest
    @ValueSource(strings = {"prompt-before-root", "log-before-class"})
    void aRecordBehindOtherTextIsReadAndThePlaceCounted(String name) {
        JsonTree stats = CommandRun.of("stats", "--json", dump(name + ".json.gz")).json();
        assertEquals(1, stats.number("roots"));
        assertEquals(0, stats.number("dangling_references"));
        assertEquals(1, stats.number("issues", "salvaged_record"));
        assertEquals(1, CommandRun.of("suspects", "--json", dump(name + ".json.gz")).json().list("rows").size());
    }

    @Test
    void recordsWithoutSizesAreRemarkedOnWithALowerBound() {
        String text = CommandRun.of("stats", dump("ruby-2.1.json.gz")).quiet();
        assertTrue(text.contains("1,000 records carry no memsize"), text);
        assertTrue(text.contains("at 40 B a slot"), text);
        JsonTree stats = CommandRun.of("stats", "--json", dump("ruby-2.1.json.gz")).json();
        assertEquals(1000, stats.number("without_memsize"));
        assertEquals(stats.number("memsize") + 40_000, stats.number("least_memsize"));
    }

    @Test
    void aPartialDumpHasItsClassesNamedByTheEarlierOneAndNothingGone() {
        CommandRun diff = CommandRun.of("diff", dump("since-before.json"), dump("since.json"));
        assertEquals(0, diff.code(), diff.err());
        assertTrue(diff.out().contains("String") && diff.out().contains("Array"), diff.out());
        assertFalse(diff.out().contains("0x1200") || diff.out().contains("gone"), diff.out());
        JsonTree json = CommandRun.of("diff", "--json", dump("since-before.json"), dump("since.json")).json();
        assertEquals(2, json.number("new_objects"));
    }

    @Test
    void aTarArchiveIsCalledOne() throws IOException {
        CommandRun.of("stats", dump("two-dumps.tar.gz")).fails(1, "tar archive", "Unpack it first (tar xf FILE)");
        Path plain = folder.resolve("two.json");
        try (InputStream in = new GZIPInputStream(Files.newInputStream(dump("two-dumps.tar.gz")))) {
            Files.copy(in, plain);
        }
        CommandRun.of("stats", plain).fails(1, "tar archive", "Unpack it first (tar xf FILE)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "504B0304140000000800|zip archive|unzip FILE", "28B52FFD04008100|zstd|zstd -d FILE",
        "FD377A585A000004E6D6|xz|xz -dk FILE", "425A68393141592653590000|bzip2|bzip2 -dk FILE",
        "377ABCAF271C0004|7z archive|7z x FILE", "4A4156412050524F46494C4520312E302E3200|hprof|Memory Analyzer",
        "0A0408011002120408031004|pprof|go tool pprof", "7B22736E617073686F74223A7B226D657461223A7B7D7D7D|V8|DevTools",
        "1F9D9001020304050607|compress|uncompress FILE", "5D00008000FFFFFFFFFFFFFFFF003D88|lzma|lzma -dk FILE",
        "5D00008000A0010000000000000003D8|lzma|lzma -dk FILE",
        "303730373037303030303031303030303031|cpio|cpio -i < FILE",
        "3037303730313030303030303031303030|cpio|cpio -i < FILE", "C77101000100A48100000000|cpio|cpio -i < FILE",
        "71C70001000181A400000000|cpio|cpio -i < FILE", "213C617263683E0A6F6B|ar archive|ar x FILE",
        "255044462D312E340A25E2E3|PDF document|Here, name what ObjectSpace.dump_all"})
    void otherFormatsAreCalledWhatTheyAre(String bytes, String name, String advice) throws IOException {
        byte[] content = new byte[bytes.length() / 2];
        for (int i = 0; i < content.length; i++) {
            content[i] = (byte) Integer.parseInt(bytes.substring(2 * i, 2 * i + 2), 16);
        }
        Path file = Files.write(folder.resolve("dump.json"), content);
        CommandRun.of("stats", file).fails(1, "is not a Ruby heap dump", name, advice);
    }

    @Test
    void anArchiveCutBeforeItsFirstLineAndABlankFileAreCalledThat() throws IOException {
        byte[] packed = Files.readAllBytes(HeapDsl.heap().root("vm", "a").object("a")
            .writeGzipTo(folder.resolve("whole.json.gz")));
        for (int length : new int[] {2, 9, 10, 12}) {
            Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(packed, length));
            CommandRun.of("stats", cut).fails(1, "packed with gzip", "cut off before its first line");
        }
        Path blank = Files.writeString(folder.resolve("blank.json"), " \r\n\t\n".repeat(300));
        CommandRun.of("stats", blank).fails(1, "is not a Ruby heap dump", "blank space and nothing else");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    @Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void devicesWithoutEndAreRefusedByTheirFirstBytes() {
        CommandRun.of("stats", "/dev/zero").fails(1, "/dev/zero", "binary file");
        CommandRun.of("stats", "/dev/urandom").fails(1, "/dev/urandom", "is not a Ruby heap dump");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    @Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void pipesAreReadLikeFilesSeveralAtOnceAndWhereADumpIsReadTwice() throws Exception {
        Path before = pipe("before", dump("since-before.json"));
        Path after = pipe("after", dump("since-before.json"));
        assertEquals(0, CommandRun.of("diff", "--json", before, after).json().number("new_objects"));
        Path written = folder.resolve("part.json");
        Path again = pipe("again", dump("since-before.json"));
        assertEquals(0, CommandRun.of("subgraph-of", again, "0x200100", "-o", written).code());
        assertTrue(Files.readString(written).contains("real_class_name"));
    }

    /** Makes a pipe through which a file comes, once. */
    private Path pipe(String name, Path content) throws IOException, InterruptedException {
        Path pipe = folder.resolve(name);
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        Thread writer = new Thread(() -> {
            try (OutputStream out = new FileOutputStream(pipe.toFile())) {
                Files.copy(content, out);
            } catch (IOException readerGone) {
                // The test says what it lacks.
            }
        });
        writer.setDaemon(true);
        writer.start();
        return pipe;
    }

    @ParameterizedTest
    @ValueSource(strings = {"40.0", "4.0e1"})
    void numbersThatAnotherProgramHasWrittenAreRead(String size) throws IOException {
        Path file = Files.write(folder.resolve("jq.json"), (
            "{\"type\":\"ROOT\",\"root\":\"vm\",\"references\":[\"0x10\"]}\n"
            + "{\"address\":\"0x10\",\"type\":\"STRING\",\"memsize\":" + size + ",\"file\":\"a.rb\","
            + "\"line\":1.8446744073709552e19,\"generation\":7.0}\n").getBytes(StandardCharsets.UTF_8));
        JsonTree stats = CommandRun.of("stats", "--by", "generation", "--json", file).json();
        assertEquals(40, stats.number("memsize"));
        assertEquals(1, stats.number("with_generation"));
        assertEquals(1, stats.number("issues", "impossible_number"));
    }
}
