package io.github.memdump.analysis.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.Loading;
import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;
import io.github.memdump.heap.Heap;
import io.github.memdump.select.Selection;
import io.github.memdump.select.SelectionException;
import io.github.memdump.task.Task;
import io.github.memdump.testing.HeapDsl;
import io.github.memdump.testing.JsonTree;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordColumnsTest {
    @TempDir
    private Path folder;

    private static HeapDsl records() {
        return HeapDsl.heap().root("vm", "a")
            .array("a").with("length", 7).with("shared", true).with("slot_size", 40)
            .withJson("flags", "{\"wb_protected\":true, \"age\": 2, \"old\":true}")
            .hash("h").with("size", 3).withJson("flags", "{\"pinned\":true}").with("frozen", true)
            .string("s", "text").with("capacity", 4_000_000_000L).with("embedded", true)
            .object("o").with("ivars", 5).with("shape_id", 12)
            .record("f", "FILE").with("fd", 9)
            .record("shape", "SHAPE").with("id", 12);
    }

    private Heap heap() throws IOException {
        return Loading.load(records().writeTo(folder.resolve("dump.json")));
    }

    private static Map<String, String> row(Heap heap, String address) throws IOException {
        int object = IntStream.range(0, heap.objectCount()).filter(id -> heap.identity(id).equals(address)).findFirst()
            .orElseThrow();
        Findings findings = RecordColumns.of(Findings.of(heap).build(), Column.ofRecords(), new int[] {object},
            Task.UNWATCHED);
        Map<String, String> row = new TreeMap<>();
        for (Column column : Column.ofRecords()) {
            if (!findings.text(column, object).isEmpty()) {
                row.put(column.id(), findings.text(column, object));
            }
        }
        return row;
    }

    private static Map<String, String> flags(String... more) {
        Map<String, String> row = new TreeMap<>(Map.of("frozen", "0", "old", "0", "pinned", "0"));
        for (int i = 0; i < more.length; i += 2) {
            row.put(more[i], more[i + 1]);
        }
        return row;
    }

    @Test
    void recordsSayWhatTheHeapDoesNotKeep() throws IOException {
        Heap heap = heap();
        HeapDsl dsl = records();
        assertEquals(flags("length", "7", "shared", "1", "embedded", "0", "slot_size", "40", "age", "2", "old", "1"),
            row(heap, dsl.address("a")));
        assertEquals(flags("size", "3", "pinned", "1", "frozen", "1"), row(heap, dsl.address("h")));
        assertEquals(flags("length", "4", "capacity", "4000000000", "embedded", "1", "shared", "0", "encoding",
            "UTF-8"), row(heap, dsl.address("s")));
        assertEquals(flags("ivars", "5", "shape", "12"), row(heap, dsl.address("o")));
        assertEquals(flags("fd", "9"), row(heap, dsl.address("f")));
        assertEquals(Map.of("shape", "12"), row(heap, dsl.address("shape")));
        assertEquals(Map.of(), row(heap, "vm"));
    }

    @Test
    void selectionsCompareThem() throws Exception {
        Heap heap = heap();
        HeapDsl dsl = records();
        Map<String, String> meant = Map.of("length > 5", "a", "old = 1", "a", "size = 3 and frozen = 1", "h",
            "capacity >= 3g", "s", "encoding =~ /utf/i", "s", "ivars in (4, 5)", "o", "fd != none", "f",
            "shape = 12 and type = SHAPE", "shape", "age < 3", "a", "not pinned = 0 and pinned != none", "h");
        meant.forEach((text, symbol) -> assertEquals(List.of(dsl.address(symbol)), found(heap, text), text));
    }

    private static List<String> found(Heap heap, String text) {
        try {
            Selection selection = Selection.parse(text).orThrow();
            return Arrays.stream(selection.in(Findings.of(heap).build(), Task.UNWATCHED).toArray())
                .mapToObj(heap::identity).collect(Collectors.toList());
        } catch (SelectionException wrong) {
            throw new AssertionError(text, wrong);
        }
    }

    @Test
    void aDumpThatCannotBeReadAgainIsToldWithThePlaceInTheSelection() {
        Heap heap = Loading.load(records());
        SelectionException failed = assertThrows(SelectionException.class, () -> Selection
            .parse("type = HASH and size > 1").orThrow().in(Findings.of(heap).build(), Task.UNWATCHED));
        assertEquals(17, failed.error().column());
        assertTrue(failed.error().message().contains("Save the dump to a file"), failed.error().message());
    }

    /** Counts, by a parser of JSON, what the columns of each record should be. */
    @ParameterizedTest
    @ValueSource(strings = {"3.1", "3.2", "3.3", "3.4", "4.0", "head"})
    void numbersOfRealDumpsAreThoseOfTheirLines(String ruby) throws IOException {
        Path dump = folder.resolve("real.json.gz");
        try (InputStream in = RecordColumnsTest.class.getResourceAsStream("/io/github/memdump/names/dumps/" + ruby
            + ".json.gz")) {
            Files.copy(in, dump);
        }
        Map<String, Long> expected = new TreeMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
            new GZIPInputStream(Files.newInputStream(dump)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonTree record = JsonTree.read(line);
                String type = record.text("type");
                Map<String, String> keys = new TreeMap<>(Map.of("length", type.equals("ARRAY") ? "length" : "bytesize",
                    "shape", type.equals("SHAPE") ? "id" : "shape_id"));
                for (String column : List.of("length", "shape", "slot_size", "fd", "ivars", "size")) {
                    add(expected, column, record, keys.getOrDefault(column, column));
                }
                if (type.equals("STRING")) {
                    add(expected, "capacity", record, "capacity");
                }
                expected.merge("frozen", record.has("frozen") ? 1L : 0, Long::sum);
                if (record.has("flags")) {
                    add(expected, "age", record.tree("flags"), "age");
                    expected.merge("old", record.tree("flags").has("old") ? 1L : 0, Long::sum);
                }
            }
        }
        Heap heap = Loading.load(dump);
        int[] all = IntStream.range(0, heap.objectCount()).toArray();
        Findings findings = RecordColumns.of(Findings.of(heap).build(), Column.ofRecords(), all, Task.UNWATCHED);
        Map<String, Long> actual = new TreeMap<>();
        for (Column column : Column.ofRecords()) {
            for (int object : all) {
                long number = column.kind() == Column.Kind.NUMBER ? findings.number(column, object) : 0;
                if (number > 0 && expected.containsKey(column.id())) {
                    actual.merge(column.id(), number, Long::sum);
                }
            }
        }
        expected.values().removeIf(sum -> sum == 0);
        assertEquals(expected, actual);
        assertTrue(expected.size() > 5, () -> "" + expected);
    }

    private static void add(Map<String, Long> sums, String column, JsonTree record, String key) {
        if (record.has(key)) {
            sums.merge(column, record.number(key), Long::sum);
        }
    }
}
