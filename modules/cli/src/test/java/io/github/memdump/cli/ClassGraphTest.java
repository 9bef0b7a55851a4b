package io.github.memdump.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.testing.GoldenDumps;
import io.github.memdump.testing.HeapDsl;
import io.github.memdump.testing.JsonTree;
import io.github.memdump.testing.Oracle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassGraphTest {
    private static final HeapDsl HEAP = HeapDsl.heap().klass("Cart").klass("\"Item\" & é").root("vm", "c1", "c2")
        .object("c1").ofClass("Cart").memsize(100).object("c2").ofClass("Cart").memsize(100)
        .object("i1").ofClass("\"Item\" & é").memsize(40).heldBy("c1", "c2")
        .allocatedAt("shop.rb", 7, "new");

    @TempDir
    private Path folder;
    private Path dump;

    @BeforeEach
    void write() throws IOException {
        dump = HEAP.writeTo(folder.resolve("heap.json"));
    }

    @Test
    void showsTheStrongestEdges() {
        String text = CommandRun.of("class-graph", dump, "--plain-references", "--top", "1").quiet();

        assertTrue(text.contains("         2        2  200 B  ROOT  Cart\n")
            || text.contains("         2        1   40 B  Cart  \"Item\" & é\n"), text);
        assertTrue(text.contains("and 1 more"), text);
        assertTrue(CommandRun.of("class-graph", dump, "--by", "site").quiet().contains("shop.rb:7"));
    }

    @Test
    void agreesWithCountingReferencesOfARealDump() {
        Oracle oracle = Oracle.of(GoldenDumps.RUBY_3_1.before());
        Map<String, Long> expected = new TreeMap<>();
        oracle.graph().forEach((source, targets) -> targets.forEach(target ->
            expected.merge(oracle.type(source) + " → " + oracle.type(target), 1L, Long::sum)));

        JsonTree json = CommandRun.of("class-graph", GoldenDumps.RUBY_3_1.before(), "--by", "type", "--json")
            .json();

        Map<String, Long> found = new TreeMap<>();
        json.list("rows").forEach(row -> found.put(row.text("source") + " → " + row.text("target"),
            row.number("references")));
        assertEquals(expected, found);
        assertEquals(oracle.objects().size(), json.list("nodes").stream()
            .mapToLong(node -> node.number("count")).sum());
    }

    @Test
    void takesTheSelectedObjectsAndTheReferencesBetweenThem() throws IOException {
        Path before = HEAP.then().remove("i1").writeTo(folder.resolve("before.json"));

        JsonTree json = CommandRun.of("class-graph", dump, "--where", "class = Cart or memsize = 40", "--json").json();
        JsonTree added = CommandRun.of("class-graph", dump, "--before", before, "--where", "new", "--json").json();

        assertEquals(2, json.list("nodes").size());
        assertEquals(1, json.list("rows").size());
        assertEquals("Cart", json.list("rows").get(0).text("source"));
        assertEquals(2, json.list("rows").get(0).number("references"));
        assertEquals(1, added.list("nodes").size());
        assertEquals(0, added.list("rows").size());
    }

    @Test
    void writesGmlCsvAndJson() throws IOException {
        Path gml = folder.resolve("graph.gml");
        Path csv = folder.resolve("graph.csv");
        Path json = folder.resolve("graph.json");

        CommandRun.of("class-graph", dump, "--plain-references", "-o", gml).quiet();
        CommandRun.of("class-graph", dump, "--plain-references", "--min-weight", "2", "--nodes", "2", "-o", csv)
            .quiet();
        CommandRun.of("class-graph", dump, "--plain-references", "-o", json).quiet();

        String graph = Files.readString(gml);
        assertTrue(graph.contains("    id 0\n    label \"Cart\"\n    count 2\n    memsize 200\n"), graph);
        assertTrue(graph.contains("    label \"&quot;Item&quot; &amp; &#233;\"\n"), graph);
        assertTrue(graph.contains("    source 0\n    target 1\n    weight 2\n    count 1\n    memsize 40\n"), graph);
        List<Map<String, String>> records = CsvRecords.of(Files.readString(csv));
        assertEquals(1, records.size());
        assertEquals(Map.of("source", "Cart", "target", "\"Item\" & é", "weight", "2", "count", "1", "memsize", "40"),
            records.get(0));
        JsonTree tree = JsonTree.read(Files.readString(json));
        assertEquals(2, tree.list("rows").size());
        assertEquals(200, tree.list("nodes").get(0).number("memsize"));
    }

    @Test
    void aFormThatIsNotKnownIsRefusedBeforeAnythingIsRead() {
        Path other = folder.resolve("graph.xls");
        CommandRun.of("class-graph", "missing.json", "-o", other).fails(2, ".gml, .csv or .json");
        assertFalse(Files.exists(other));
    }
}
