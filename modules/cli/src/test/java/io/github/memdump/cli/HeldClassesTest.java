package io.github.memdump.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.cli.command.Session;
import io.github.memdump.testing.GoldenDumps;
import io.github.memdump.testing.HeapDsl;
import io.github.memdump.testing.JsonTree;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;

/** An object keeps its class alive, in every command that analyses, unless --plain-references is given. */
class HeldClassesTest {
    /** Three requests, each with a singleton class that holds a Proc and its String. */
    private static final HeapDsl HEAP = heap(3);

    @TempDir
    private Path folder;
    private Path dump;

    private static HeapDsl heap(int requests) {
        HeapDsl heap = HeapDsl.heap().root("vm", "Object", "Req").klass("Object").klass("Req")
            .array("list").ofClass("Object").memsize(40).heldBy("Object");
        for (int i = 0; i < requests; i++) {
            heap.object("req" + i).ofClass("Req").memsize(40).generation(2).allocatedAt("app.rb", 9, "new")
                .heldBy("list")
                .singletonClass("own" + i, "req" + i).memsize(500).with("real_class_name", "Req")
                .refers("Req", "req" + i)
                .data("proc" + i, "proc").memsize(80).heldBy("own" + i)
                .string("text" + i, "x").memsize(1_000).heldBy("proc" + i);
        }
        return heap;
    }

    @BeforeEach
    void write() throws IOException {
        dump = HEAP.writeTo(folder.resolve("heap.json"));
    }

    @Test
    void aPathLeadsFromAnObjectToItsClass() {
        JsonTree json = CommandRun.of("paths", dump, HEAP.address("text1"), "--json").json();
        assertEquals(List.of("vm", HEAP.identity("Object"), HEAP.identity("list"), HEAP.identity("req1"),
            HEAP.identity("own1"), HEAP.identity("proc1"), HEAP.identity("text1")), json.list("paths").get(0)
            .list("rows").stream().map(row -> row.text("object")).collect(Collectors.toList()));
        String line = CommandRun.of("paths", dump, HEAP.address("text1")).quiet().lines()
            .filter(row -> row.contains(HEAP.identity("own1"))).findFirst().orElseThrow();
        assertTrue(line.contains("its class #<Class:"), line);
        assertTrue(CommandRun.of("show", dump, HEAP.address("req1")).quiet().contains("its class #<Class:"));
        assertTrue(CommandRun.of("paths", dump, HEAP.address("text1"), "--plain-references").quiet()
            .contains("No path leads to it from a root"));
    }

    @Test
    void whatAClassHoldsHangsOnTheObject() {
        assertEquals(Map.of("req1", 1_620L), retained(""));
        assertEquals(Map.of("req1", 40L), retained("--plain-references"));
        assertEquals(0, CommandRun.of("unreachable", dump, "--json").json().number("unreachable"));
        JsonTree plain = CommandRun.of("unreachable", dump, "--json", "--plain-references").json();
        assertEquals(9, plain.number("unreachable"));
        assertEquals(9, plain.number("held_by_class"));
    }

    private Map<String, Long> retained(String option) {
        Object[] words = {"dominators", dump, "--where", "address = " + HEAP.address("req1"), "--json", option};
        JsonTree json = CommandRun.of(option.isEmpty() ? java.util.Arrays.copyOf(words, 5) : words).json();
        return Map.of("req1", json.list("rows").get(0).number("retained_size"));
    }

    @Test
    void whatSingletonClassesHoldMakesTheirObjectsASuspect() throws IOException {
        HeapDsl after = heap(42);
        JsonTree json = CommandRun.of("suspects", after.writeTo(folder.resolve("after.json")),
            heap(2).writeTo(folder.resolve("before.json")), "--json").json();
        assertEquals(1, json.list("rows").size());
        JsonTree suspect = json.list("rows").get(0);
        assertEquals(after.identity("list"), suspect.text("object"));
        assertEquals("Req", suspect.list("accumulated").get(0).text("class"));
        assertEquals(40, suspect.list("accumulated").get(0).number("count"));
        assertEquals(120, suspect.number("new_count"));
        assertEquals(40 * (40 + 80 + 1_000), suspect.number("new_size"));
    }

    @Test
    void oneSuspectGathersTheObjectsWithWhatTheirClassesHoldInEitherOrder() throws IOException {
        HeapDsl before = HeapDsl.heap().root("vm", "Class", "Object", "Array", "String", "Req")
            .klass("Class").ofClass("Class").klass("Object").ofClass("Class").klass("Array").ofClass("Class")
            .klass("String").ofClass("Class").klass("Req").ofClass("Class")
            .array("list").ofClass("Array").memsize(56).generation(1).heldBy("Object");
        requests(before, 0, 2, 2);
        HeapDsl after = before.then();
        requests(after, 2, 42, 5);
        Path earlier = before.writeTo(folder.resolve("before.json"));
        Path later = after.writeTo(folder.resolve("after.json"));
        for (Path[] order : List.of(new Path[] {later, earlier}, new Path[] {earlier, later})) {
            JsonTree suspects = CommandRun.of("suspects", order[0], order[1], "--json").json();
            assertEquals(1, suspects.list("rows").size());
            JsonTree suspect = suspects.list("rows").get(0);
            assertEquals(after.identity("list"), suspect.tree("accumulation_point").text("object"));
            assertEquals(120, suspect.number("new_count"));
            assertEquals(4_004_840, suspect.number("new_size"));
            JsonTree gathered = suspect.list("accumulated").get(0);
            assertEquals("Req", gathered.text("class"));
            assertEquals(40, gathered.number("count"));
        }
    }

    private static void requests(HeapDsl heap, int from, int to, int generation) {
        for (int i = from; i < to; i++) {
            heap.object("r" + i).ofClass("Req").memsize(40).generation(generation).allocatedAt("app.rb", 9, "new")
                .heldBy("list").singletonClass("own" + i, "r" + i).ofClass("Class").memsize(500)
                .with("real_class_name", "Req").generation(generation).refers("Req", "r" + i)
                .data("proc" + i, "proc").ofClass("Object").memsize(80).generation(generation).heldBy("own" + i)
                .string("text" + i, "x").ofClass("String").memsize(100_001).generation(generation)
                .heldBy("proc" + i);
        }
    }

    @Test
    void operationsAndWrittenDumpsAndStatsGoByTheReferencesOfTheDump() throws IOException {
        long references = CommandRun.of("stats", dump, "--json").json().number("references");
        Path all = folder.resolve("all.json");
        JsonTree selected = CommandRun.of("select", dump, "--where", "memsize >= 0", "-o", all, "--json").json();
        assertEquals(references, selected.number("references"));
        assertEquals(references, CommandRun.of("stats", all, "--json").json().number("references"));
        assertEquals(2, CommandRun.of("subgraph-of", dump, HEAP.address("proc1"), "-o", all, "--json").json()
            .number("objects"));
        assertEquals(1, CommandRun.of("subgraph-of", dump, HEAP.address("req1"), "-o", all, "--json").json()
            .number("objects"));
    }

    @Test
    void viewsShowTheKindAndTheirCommandMakesThemAgain() throws IOException {
        Path gml = folder.resolve("view.gml");
        JsonTree json = CommandRun.of("view", "paths", dump, "--about", HEAP.address("text1"), "-o", gml, "--json")
            .json();
        assertTrue(Files.readString(gml).contains("kind \"class\""), Files.readString(gml));
        assertTrue(!json.text("command").contains("--plain-references"), json.toString());
        JsonTree plain = CommandRun.of("view", "paths", dump, "--about", HEAP.address("req1"), "--json",
            "--plain-references").json();
        assertTrue(plain.text("command").endsWith("--plain-references"), plain.toString());
        JsonTree report = CommandRun.of("report", dump, "-o", folder.resolve("out"), "--json", "--plain-references")
            .json();
        assertTrue(report.text("command").endsWith("--plain-references"), report.text("command"));
    }

    @Test
    void everyCommandThatAnalysesHasTheOption() {
        CommandLine line = Memdump.commandLine(Session.of(InputStream.nullInputStream(),
            OutputStream.nullOutputStream(), OutputStream.nullOutputStream(), Map.of()));
        Set<String> without = new TreeSet<>();
        line.getSubcommands().forEach((name, command) -> {
            if (command.getCommandSpec().findOption("--plain-references") == null) {
                without.add(command.getCommandName());
            }
        });
        // Of these, compare counts objects and follows no reference.
        assertEquals(Set.of("agent", "compare", "completion", "dump", "enable-allocation-trace", "gephi", "help",
            "index", "mcp", "redact", "validate-references", "watch", "where"), without);
    }

    @ParameterizedTest
    @EnumSource
    void theBorderAgreesWithTheGoldenAnswers(GoldenDumps golden) {
        JsonTree answer = golden.answer().tree("references_and_held_classes");
        JsonTree border = CommandRun.of("border", golden.before(), golden.after(), "--json").json();
        assertEquals(answer.number("old_border"), border.number("old_border"));
        assertEquals(answer.number("new_border"), border.number("new_border"));
        assertEquals(answer.number("edges_across"), border.number("edges_across"));
        Map<String, JsonTree> rows = new HashMap<>();
        border.list("rows").forEach(row -> rows.put(row.text("object"), row));
        assertEquals(answer.list("keepalive_rows").size(), rows.size());
        for (JsonTree expected : answer.list("keepalive_rows")) {
            JsonTree row = rows.get(expected.text("0"));
            assertEquals(expected.number("1"), row.number("keepalive_count"), expected.text("0"));
            assertEquals(expected.number("2"), row.number("keepalive_new_count"), expected.text("0"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void theTableAgreesWithTheGoldenAnswers(GoldenDumps golden) {
        JsonTree answer = golden.answer().tree("references_and_held_classes");
        List<Map<String, String>> rows = CsvRecords.of(CommandRun.of("table", golden.after(), "--columns",
            "object,retained_count,retained_size,dominator").quiet());
        rows.removeIf(row -> row.get("dominator").isEmpty());
        assertEquals(answer.number("reachable"), rows.size());
        assertEquals(answer.text("idom_sha256"), GoldenDumps.sha(rows.stream()
            .map(row -> row.get("object") + ">" + row.get("dominator")).collect(Collectors.toList())));
        assertEquals(answer.text("retained_sha256"), GoldenDumps.sha(rows.stream()
            .map(row -> row.get("object") + " " + row.get("retained_count") + " " + row.get("retained_size"))
            .collect(Collectors.toList())));
    }
}
