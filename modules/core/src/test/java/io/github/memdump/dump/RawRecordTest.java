package io.github.memdump.dump;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.dump.issue.DumpLimits;
import io.github.memdump.dump.scan.Addresses;
import io.github.memdump.dump.scan.TextBytes;
import io.github.memdump.task.Task;
import io.github.memdump.testing.GoldenDumps;
import io.github.memdump.testing.JsonTree;
import io.github.memdump.testing.RandomHeap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RawRecordTest {
    private static final int ALL = Integer.MAX_VALUE;
    private static final byte[] VALUE = RawRecord.key("value");
    private static final String NEXT = "{\"address\":\"0x99\", \"type\":\"STRING\", \"value\":\"next\"}\n";

    @TempDir
    private Path folder;

    private RawRecord record(String text, int offset) throws IOException {
        return record(text.getBytes(StandardCharsets.UTF_8), offset);
    }

    private RawRecord record(byte[] dump, int offset) throws IOException {
        Path file = Files.write(folder.resolve("dump.json"), dump);
        return RecordSource.of(new FileState(file)).record(offset, Task.UNWATCHED).orElseThrow();
    }

    private static String value(RawRecord record) {
        TextBytes text = new TextBytes(ALL);
        return record.text(VALUE, text) ? new String(text.array(), 0, text.length(), StandardCharsets.UTF_8) : null;
    }

    @ParameterizedTest
    @EnumSource(GoldenDumps.class)
    void everyFieldOfEveryRecordOfARealDumpIsWhatAJsonReaderSees(GoldenDumps golden) throws IOException {
        byte[] dump;
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(golden.after()))) {
            dump = in.readAllBytes();
        }
        List<Long> offsets = ReadOut.of(new DumpReader(DumpLimits.DEFAULT, false), dump).offsets;
        Map<Integer, String> wrong = new ConcurrentHashMap<>();
        RecordSource.of(new FileState(golden.after())).visit(offsets.size(), offsets::get, (rank, record) -> {
            JsonTree tree = JsonTree.read(new String(record.bytes(), StandardCharsets.UTF_8));
            Map<String, Object> read = new LinkedHashMap<>();
            record.fields(ALL).forEach((key, json) -> read.put(key, JsonTree.read("[" + json + "]").at("0")));
            if (!read.equals(tree.at()) || !record.isWhole()
                || !String.valueOf(value(record)).equals(String.valueOf(tree.has("value") ? tree.at("value") : null))) {
                wrong.put(rank, tree + " read as " + read);
            }
        }, Task.UNWATCHED);
        assertEquals(Map.of(), wrong);
        assertTrue(offsets.size() > 30_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"address\":\"0x10\",\"type\":\"STRING\",\"value\":\"v\"}",
        "{ \"address\" : \"0x10\" , \"type\":\"STRING\",\t\"value\" : \"v\" }",
        "{\"address\":\"0x10\", \"flags\":{\"a\":[1,{\"b\":\"}\"}], \"c\":\"\\\"\"}, \"value\":\"v\", \"of\":[[]]}",
        "{\"address\":\"0x10\", \"value\":\"v\", \"value\":\"second\"}",
        "{\"address\":\"0x10\", \"value\":\"v\", \"file\":\"a \"quoted\" path.rb\", \"line\":1}",
        "{\"address\":\"0x10\", \"value\":\"v\", \"file\":\"C:\\dir\\\", \"line\":1}",
        "{\"address\":\"0x10\", \"value\":\"v\", \"file\":\"a\n\nb.rb\", \"line\":1}",
        "{\"address\":\"0x10\", \"type\":\"STRING\", \"file\":\"a\nb.rb\", \"value\":\"v\"}",
        "{\"address\":\"0x10\", \"type\":\"STRING\", \"value\":\"v\"}{\"address\":\"0x18\", \"value\":\"w\"}",
        "{\"address\":\"0x10\", \"type\":\"STRING\", \"value\":\"v\", \"cut\":{\"address\":\"0x18\", \"value\":\"w\"}"})
    void theValueIsReadOfOddAndDamagedRecordsToo(String line) throws IOException {
        for (String dump : List.of(line, line + "\n" + NEXT, NEXT + line + "\n" + NEXT, NEXT + line)) {
            RawRecord record = record(dump, dump.startsWith(NEXT) ? NEXT.length() : 0);
            assertEquals(0x10, record.address(), dump);
            assertEquals("v", value(record), dump);
        }
    }

    @Test
    void whatIsNotThereIsNotMadeUp() throws IOException {
        RawRecord record = record("{\"address\":\"0x10\", \"value\":12, \"size\":-1, \"much\":99999999999999999999,"
            + " \"shared\":false}\n", 0);
        assertEquals(null, value(record));
        assertTrue(record.has(VALUE));
        assertEquals(7, record.number(RawRecord.key("size"), 7));
        assertEquals(7, record.number(RawRecord.key("much"), 7));
        assertEquals(12, record.number(VALUE, 7));
        assertEquals(7, record.number(RawRecord.key("none"), 7));
        assertFalse(record.isTrue(RawRecord.key("shared")));
        assertEquals(Addresses.NONE, record("garbage\n", 0).address());
        assertFalse(record("garbage\n", 0).isWhole());
        assertEquals(Map.of(), record("{}\n", 0).fields(ALL));
    }

    @Test
    void aValueIsReplacedWhereverItStands() throws IOException {
        RawRecord record = record("{\"value\":\"secret\", \"address\":\"0x10\", \"value\" : \"again\"}\n", 0);
        assertEquals("{\"value\":?, \"address\":\"0x10\", \"value\" : ?}",
            new String(record.replaced(VALUE, new byte[] {'?'}), StandardCharsets.UTF_8));
    }

    @Test
    void longFieldsAreCut() throws IOException {
        assertEquals(Map.of("address", "\"0x", "n", "123"),
            record("{\"address\":\"0x10\", \"n\":1234}\n", 0).fields(3));
    }

    @Test
    void aRecordThatBeginsAnywhereInADamagedDumpIsTheOneThatTheReaderFound() throws IOException {
        int records = 0;
        for (long seed = 1; seed <= 300; seed++) {
            byte[] dump = RandomHeap.ofSeed(seed % 20).objects(60).after().text().getBytes(StandardCharsets.UTF_8);
            byte[] damaged = new DamageMaker(dump, seed).damage(1 + (int) (seed % 12)).dump();
            List<Long> offsets = new ArrayList<>();
            List<Long> addresses = new ArrayList<>();
            new DumpReader(DumpLimits.DEFAULT, false, 1, 1 << 20).read(
                DumpInput.of("dump", new ByteArrayInputStream(damaged)), (block, rejections) -> {
                    for (int i = 0; i < block.size(); i++) {
                        offsets.add(block.offset(i));
                        addresses.add(block.address(i));
                    }
                }, Task.UNWATCHED);
            long[] found = new long[addresses.size()];
            Path file = Files.write(folder.resolve("dump.json"), damaged);
            RecordSource source = RecordSource.of(new FileState(file));
            source.visit(found.length, offsets::get, (rank, record) -> found[rank] = record.address(), Task.UNWATCHED);
            assertArrayEquals(addresses.stream().mapToLong(Long::longValue).toArray(), found, "seed " + seed);
            for (int i = (int) seed % 7; i < found.length; i += 7) {
                long offset = offsets.get(i);
                assertEquals(found[i], source.record(offset, Task.UNWATCHED).orElseThrow().address(),
                    "seed " + seed + ", byte " + offset);
            }
            records += found.length;
        }
        assertTrue(records > 10_000);
    }

    @Test
    void ofLongValuesABeginningIsKept() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String[] letters = {"a", "\u00E9", "\u20AC", "\uD83D\uDE00", "\\n", "\\\"", "\\\\", "\\u001B", "]", "}", ","};
        for (int round = 0; round < 200; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(60); i > 0; i--) {
                text.append(letters[random.nextInt(letters.length)]);
            }
            int most = 8 + random.nextInt(30);
            String line = "{\"address\":\"0x10\", \"value\":\"" + text + "\", \"references\":[\"0x20\", \"0x3000\"],"
                + " \"line\":12}\n";
            RawRecord whole = record(line, 0);
            RawRecord cut = whole.cut(most);
            String which = "seed " + seed + ", " + most + " bytes of " + line;
            assertTrue(cut.isWhole());
            assertEquals("12", cut.fields(ALL).get("line"), which);
            assertEquals(0x10, cut.address(), which);
            assertEquals(List.copyOf(whole.fields(ALL).keySet()), List.copyOf(cut.fields(ALL).keySet()), which);
            String value = cut.fields(ALL).get("value");
            String right = whole.fields(ALL).get("value");
            if (right.getBytes(StandardCharsets.UTF_8).length <= most) {
                assertEquals(right, value, which);
                continue;
            }
            assertTrue(value.endsWith("\u2026\""), which + value);
            String kept = value.substring(0, value.length() - 2);
            assertTrue(right.startsWith(kept) && JsonTree.read("[" + kept + "\"]") != null, which + value);
            int bytes = kept.getBytes(StandardCharsets.UTF_8).length;
            assertTrue(bytes <= most && bytes > most - 6, which + value);
        }
    }

    @Test
    void ofADamagedRecordNoMoreIsKeptEither() throws IOException {
        RawRecord cut = record("{\"address\":\"0x10\", " + "x".repeat(500) + ", \"value\":\"" + "v".repeat(500) + "\n"
            + NEXT, 0).cut(40);
        assertFalse(cut.isWhole());
        assertTrue(cut.bytes().length < 200, new String(cut.bytes(), StandardCharsets.UTF_8));
        assertEquals(0x10, cut.address());
    }
}
