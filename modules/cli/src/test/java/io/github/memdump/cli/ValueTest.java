package io.github.memdump.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.testing.GoldenDumps;
import io.github.memdump.testing.HeapDsl;
import io.github.memdump.testing.JsonTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values of strings: shown to those who ask, and to nobody else. */
class ValueTest {
    private static final String SECRET = "pass\nw\u00F6rd\u001B[2J";

    @TempDir
    private Path folder;

    private static HeapDsl heap() {
        return HeapDsl.heap().root("vm", "user", "User").klass("User").object("user").ofClass("User").memsize(40)
            .generation(3).allocatedAt("user.rb", 7, "new").string("s", SECRET).memsize(48).heldBy("user")
            .string("long", "x".repeat(500)).memsize(560).heldBy("user")
            .record("binary", "STRING").with("bytesize", 9).record("float", "FLOAT").with("value", "1.5");
    }

    private Path dump() throws IOException {
        return heap().writeTo(folder.resolve("a.json"));
    }

    @Test
    void aTableShowsValuesOnOneLineAndWhyThereIsNone() throws IOException {
        List<Map<String, String>> rows = CsvRecords.of(CommandRun.of("table", dump(), "--columns",
            "object,type,value", "--value-length", "12").quiet());
        assertEquals("pass\\nw\u00F6rd\\x1B[2… (14 bytes)", cell(rows, heap().identity("s")));
        assertEquals("x".repeat(12) + "… (500 bytes)", cell(rows, heap().identity("long")));
        assertEquals("(9 bytes, not in the dump)", cell(rows, heap().identity("binary")));
        assertEquals("1.5", cell(rows, heap().identity("float")));
        assertEquals("", cell(rows, heap().identity("user")));
        assertEquals("", cell(rows, "vm"));
    }

    private static String cell(List<Map<String, String>> rows, String object) {
        return rows.stream().filter(row -> row.get("object").equals(object)).findFirst().orElseThrow().get("value");
    }

    @Test
    void inJsonAValueIsAsItIs() throws IOException {
        byte[] dump = heap().text().getBytes(StandardCharsets.UTF_8);
        JsonTree table = CommandRun.in(Map.of(), dump, "table", "-", "--columns", "object,value", "--json").json();
        for (JsonTree row : table.list("rows")) {
            if (row.text("object").equals(heap().identity("s"))) {
                assertEquals(SECRET, row.text("value"));
                assertEquals(14, row.number("value_bytes"));
            } else if (row.text("object").equals(heap().identity("binary"))) {
                assertEquals(null, row.at("value"));
                assertEquals(9, row.number("value_bytes"));
            } else if (row.text("object").equals("vm")) {
                assertEquals(null, row.at("value"));
                assertEquals(null, row.at("value_bytes"));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--json"})
    void withoutAskingNothingShowsAValue(String json) throws IOException {
        Path dump = dump();
        Path twice = heap().string("t", SECRET).heldBy("user").writeTo(folder.resolve("b.json"));
        for (List<Object> words : List.<List<Object>>of(List.of("show", dump, heap().address("s")),
                List.of("show", heap().address("s"), dump, "--raw"), List.of("strings", twice),
                List.of("strings", twice, "--before", dump), List.of("stats", dump),
                List.of("table", dump, "--columns", "object,name"))) {
            List<Object> asked = new ArrayList<>(words);
            if (!json.isEmpty()) {
                asked.add(json);
            }
            CommandRun run = CommandRun.of(asked.toArray());
            assertEquals(0, run.code(), run.err());
            assertFalse((run.out() + run.err()).contains("pass"), run.out());
        }
    }

    @Test
    void anObjectIsShownWithAllItsFieldsAndItsPlace() throws IOException {
        String text = CommandRun.of("show", heap().address("s"), dump(), "--value", "--raw").quiet();
        assertTrue(text.contains("value        \"pass\\nw\u00F6rd\\x1B[2J\" (14 bytes)"), text);
        assertTrue(text.contains("encoding  \"UTF-8\""), text);
        assertTrue(text.contains(heap().text().lines().filter(line -> line.contains(heap().address("s") + "\", \"type"))
            .findFirst().orElseThrow()), text);
        assertTrue(text.contains("It is referred to by 1 object\n"), text);
        assertTrue(text.contains("A shortest path from a root, 2 references\n"), text);
        assertTrue(text.indexOf("root vm") < text.lastIndexOf("User"), text);
        assertFalse(text.contains("\u001B"), text);
    }

    @Test
    void anObjectInJsonHasItsFieldsAsTheyStand() throws IOException {
        JsonTree shown = CommandRun.of("show", heap().identity("user"), dump(), "--json", "--value", "--raw").json();
        assertEquals("User", shown.text("class"));
        assertEquals(7, shown.number("fields", "line"));
        assertEquals("user.rb", shown.text("fields", "file"));
        assertEquals(2, shown.number("references", "count"));
        assertEquals(1, shown.number("referrers", "count"));
        assertEquals("vm", shown.list("path", "rows").get(0).text("object"));
        assertEquals(3, shown.number("retained_count"));
        assertEquals("none", shown.text("value_kind"));
        assertEquals(null, shown.at("value"));
        assertEquals(false, shown.at("damaged"));
        assertTrue(JsonTree.read(shown.text("raw")).has("references"));
        JsonTree root = CommandRun.of("show", dump(), "vm", "--json").json();
        assertEquals("vm", root.text("fields", "root"));
    }

    @Test
    void ofADamagedRecordIsShownWhatIsLeftAndItsValueOnlyOnDemand() throws IOException {
        String line = "{\"address\":\"0x10\", \"type\":\"STRING\", \"value\":\"passed\", \"file\":\"a\"b.rb\","
            + " \"line\":1}";
        Path dump = Files.writeString(folder.resolve("d.json"), line + "\n" + heap().text());
        CommandRun hidden = CommandRun.of("show", "0x10", dump, "--raw");
        assertEquals(0, hidden.code());
        assertFalse(hidden.out().contains("pass"), hidden.out());
        assertTrue(hidden.out().contains("which is damaged"), hidden.out());
        CommandRun shown = CommandRun.of("show", "0x10", dump, "--raw", "--value");
        assertTrue(shown.out().contains("\"passed\" (6 bytes)"), shown.out());
        assertTrue(shown.out().contains(line), shown.out());
    }

    @Test
    void anObjectThatIsNotThereIsTold() throws IOException {
        CommandRun.of("show", dump(), "0x10").fails(1, "no object 0x10");
        CommandRun.of("show", dump(), "nothing").fails(1, "no object", "nothing");
    }

    @Test
    void duplicateStringsAreRankedByWhatTheyWaste() throws IOException {
        HeapDsl before = heap().string("t", SECRET).memsize(40).heldBy("user").allocatedAt("t.rb", 3, "dup");
        HeapDsl after = before.then().string("u", "x".repeat(500)).memsize(600).generation(9).heldBy("user");
        Path b = before.writeTo(folder.resolve("b.json"));
        Path a = after.writeTo(folder.resolve("c.json"));
        JsonTree all = CommandRun.of("strings", a, "--json", "--values", "--value-length", "5").json();
        assertEquals(List.of(560L, 40L), List.of(all.list("rows").get(0).number("wasted"),
            all.list("rows").get(1).number("wasted")));
        assertEquals(600, all.number("wasted"));
        assertEquals(5, all.number("strings"));
        assertEquals(1, all.number("omitted"));
        JsonTree second = all.list("rows").get(1);
        assertEquals("pass\n", second.text("value"));
        assertEquals("User", second.list("holders").get(0).text("class"));
        assertEquals(2, second.list("holders").get(0).number("references"));
        JsonTree compared = CommandRun.of("strings", a, "--before", b, "--json").json();
        assertEquals(1, compared.list("rows").size());
        JsonTree row = compared.list("rows").get(0);
        assertEquals(List.of(2L, 1L, 600L), List.of(row.number("copies"), row.number("new_copies"),
            row.number("wasted")));
        assertEquals(after.identity("u"), row.text("object"));
        assertFalse(row.has("value"));
        String text = CommandRun.of("strings", a, "--before", b, "--values").quiet();
        assertTrue(text.contains("1 (+1 old)"), text);
        assertTrue(CommandRun.of("strings", a, "--min-copies", "3").quiet().contains("No string"), text);
    }

    @Test
    void duplicateStringsOfAStreamAreTheSameAsThoseOfItsFile() throws IOException {
        Path dump = GoldenDumps.RUBY_3_1.after();
        String fromFile = CommandRun.of("strings", dump, "--json").quiet();
        assertEquals(fromFile, CommandRun.in(Map.of(), Files.readAllBytes(dump), "strings", "-", "--json").quiet());
    }
}
