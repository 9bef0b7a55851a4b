package io.github.memdump.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.analysis.Column;
import io.github.memdump.testing.DiffOracle;
import io.github.memdump.testing.GoldenDumps;
import io.github.memdump.testing.HeapDsl;
import io.github.memdump.testing.JsonTree;
import io.github.memdump.testing.Oracle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableTest {
    @TempDir
    private Path folder;

    private static HeapDsl before() {
        return HeapDsl.heap().root("vm", "store").klass("Store").object("store").ofClass("Store").memsize(40)
            .generation(3).allocatedAt("store, \"main\".rb", 12, "new").object("lost").memsize(80);
    }

    private static HeapDsl after(HeapDsl before) {
        return before.then().object("one").heldBy("store").generation(9).object("two").heldBy("one").generation(9);
    }

    @Test
    void everyColumnIsThereInTheOrderAskedFor() throws IOException {
        HeapDsl before = before();
        HeapDsl after = after(before);
        String columns = Arrays.stream(Column.values()).map(Column::id).collect(Collectors.joining(","));
        List<Map<String, String>> rows = CsvRecords.of(CommandRun.of("table",
            after.writeTo(folder.resolve("a.json")), "--before", before.writeTo(folder.resolve("b.json")),
            "--columns", columns).quiet());
        assertEquals(List.of(columns.split(",")), List.copyOf(rows.get(0).keySet()));
        assertEquals(6, rows.size());
        Map<String, String> store = row(rows, after.identity("store"));
        assertEquals("store, \"main\".rb", store.get("file"));
        // Itself, the two new objects, and its class, which nothing else holds.
        assertEquals(List.of("OBJECT", "Store", "40", "3", "12", "new", "2", "0", "old", "4", "", "4", "vm"),
            List.of("type", "class", "memsize", "generation", "line", "method", "root_distance", "in_after", "border",
                "keepalive_count", "keepalive_new_count", "retained_count", "dominator").stream().map(store::get)
                .collect(Collectors.toList()));
        Map<String, String> one = row(rows, after.identity("one"));
        assertEquals(List.of("0", "1", "new", "2", "2", after.identity("store")), List.of("memsize", "in_after",
            "border", "keepalive_count", "keepalive_new_count", "dominator").stream().map(one::get)
            .collect(Collectors.toList()));
        assertEquals("ALL_ROOTS", row(rows, "vm").get("dominator"));
        Map<String, String> lost = row(rows, after.identity("lost"));
        assertEquals(List.of("", "", "", "", "1"), List.of("root_distance", "retained_count", "retained_size",
            "dominator", "keepalive_count").stream().map(lost::get).collect(Collectors.toList()));
    }

    @Test
    void keepAliveOfAllNewObjectsAgreesWithBruteForce() {
        GoldenDumps golden = GoldenDumps.RUBY_3_4;
        DiffOracle oracle = Oracle.of(golden.after()).since(Oracle.of(golden.before()));
        List<Map<String, String>> rows = CsvRecords.of(CommandRun.of("table", golden.after(), "--before",
            golden.before(), "--columns", "object,keepalive_new_count").quiet());
        Set<String> counted = new HashSet<>();
        for (Map<String, String> row : rows) {
            if (!row.get("keepalive_new_count").isEmpty()) {
                counted.add(row.get("object"));
                assertEquals(oracle.keepaliveNewCount(row.get("object")),
                    Long.parseLong(row.get("keepalive_new_count")), row.get("object"));
            }
        }
        assertEquals(oracle.newObjects(), counted);
    }

    @Test
    void jsonHasNumbersAndNulls() throws IOException {
        HeapDsl heap = before();
        JsonTree table = CommandRun.of("table", heap.writeTo(folder.resolve("a.json")), "--columns",
            "object,memsize,root_distance", "--json").json();
        JsonTree lost = table.list("rows").stream().filter(row -> row.text("object").equals(heap.identity("lost")))
            .findFirst().orElseThrow();
        assertEquals(80, lost.number("memsize"));
        assertEquals(null, lost.at("root_distance"));
        assertEquals("[object, memsize, root_distance]", table.tree("columns").toString());
    }

    @Test
    void aFileIsWrittenInsteadOfStandardOutput() throws IOException {
        Path dump = before().writeTo(folder.resolve("a.json"));
        Path csv = folder.resolve("a.csv");
        String direct = CommandRun.of("table", dump, "--columns", "object,class").quiet();
        String told = CommandRun.of("table", dump, "--columns", "object,class", "-o", csv).quiet();
        assertFalse(direct.contains("\r"), "standard output has LF alone");
        assertEquals(direct.replace("\n", "\r\n"), Files.readString(csv), "a file is as RFC 4180 says");
        assertTrue(told.contains("4 rows"), told);
    }

    @Test
    void oddNamesDoNotSpoilADocumentOrATerminal() throws IOException {
        Path dump = HeapDsl.heap().root("vm").klass("Evil\u001B[2J").object("a").ofClass("Evil\u001B[2J")
            .record("half", "CLASS").withJson("name", "\"half \\ud83d pair\"").object("b").ofClass("half")
            .writeTo(folder.resolve("a.json"));
        String text = CommandRun.of("stats", dump).quiet();
        assertTrue(text.contains("Evil\\x1B[2J"), text);
        List<String> keys = CommandRun.of("stats", dump, "--json").json().list("rows").stream()
            .map(row -> row.text("key")).collect(Collectors.toList());
        assertTrue(keys.contains("Evil\u001B[2J"), keys.toString());
        assertTrue(keys.stream().anyMatch(key -> key.startsWith("half ")), keys.toString());
    }

    private static Map<String, String> row(List<Map<String, String>> rows, String object) {
        return rows.stream().filter(row -> row.get("object").equals(object)).findFirst().orElseThrow();
    }
}
