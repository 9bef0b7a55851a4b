package io.github.memdump.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.memdump.dump.DumpInput;
import io.github.memdump.graph.Graph;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.HeapLoader;
import io.github.memdump.task.Task;
import io.github.memdump.testing.GoldenDumps;
import io.github.memdump.testing.JsonTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the golden answers say of memdump's operations, by way of the command line and of the dumps it writes. */
class OperationsGoldenTest {
    @TempDir
    private Path folder;

    private static Heap load(Path dump) throws IOException {
        return HeapLoader.strict().load(DumpInput.of(dump), Task.UNWATCHED);
    }

    private static List<String> objects(Heap heap) {
        List<String> objects = new ArrayList<>();
        for (int object = 0; object < heap.objectCount(); object++) {
            objects.add(heap.identity(object));
        }
        return objects;
    }

    private static List<String> edges(Heap heap) {
        List<String> edges = new ArrayList<>();
        Graph references = heap.overPlainReferences().references();
        for (int object = 0; object < heap.objectCount(); object++) {
            for (int i = references.from(object); i < references.to(object); i++) {
                edges.add(heap.identity(object) + ">" + heap.identity(references.target(i)));
            }
        }
        return edges;
    }

    @ParameterizedTest
    @EnumSource
    void theCleanedUpDumpIsTheAnswer(GoldenDumps golden) throws IOException {
        JsonTree answer = golden.answer().tree("common_cleanup");
        Path out = folder.resolve("clean.json.gz");
        JsonTree told = CommandRun.of("common_cleanup", golden.after(), "-o", out, "--json").json();
        Heap heap = load(out);
        assertAll(
            () -> assertEquals(answer.number("remaining"), told.number("objects")),
            () -> assertEquals(answer.number("edges_after"), told.number("references")),
            () -> assertEquals(answer.number("remaining"), heap.objectCount()),
            () -> assertEquals(answer.text("nodes_sha256"), GoldenDumps.sha(objects(heap))),
            () -> assertEquals(answer.text("edges_sha256"), GoldenDumps.sha(edges(heap))),
            () -> assertEquals(0, heap.facts().danglingReferences()));
    }

    @ParameterizedTest
    @EnumSource
    void cleanupInTwoStepsThroughADumpIsTheSame(GoldenDumps golden) throws IOException {
        Path strong = folder.resolve("strong.json");
        Path out = folder.resolve("clean.json");
        CommandRun.of("without", golden.after(), "--where", "class = WeakRef", "-o", strong).quiet();
        CommandRun.of("collapse", strong, "--where",
            "type in (IMEMO, HASH, ARRAY) or class in (Set, RubyVM::Env) or method = dump_all", "-o", out).quiet();
        assertEquals(golden.answer().text("common_cleanup", "edges_sha256"), GoldenDumps.sha(edges(load(out))));
    }

    @ParameterizedTest
    @EnumSource
    void whatAnObjectHoldsAndWhatHoldsItAreTheAnswers(GoldenDumps golden) throws IOException {
        JsonTree answer = golden.answer().tree("subgraph_of");
        for (String name : List.of("Leak", "Leak::Registry", "Leak::Session", "Set")) {
            String object = answer.text(name, "node");
            assertEquals(answer.number(name, "reachable"),
                CommandRun.of("subgraph-of", golden.after(), object, "--json").json().number("objects"));
            assertEquals(answer.number(name, "depth1"), CommandRun.of("subgraph_of", golden.after(), object,
                "--max_depth", 1, "--json").json().number("objects"));
            Path out = folder.resolve("holders.json");
            CommandRun.of("root_of", golden.after(), object, out).quiet();
            assertEquals(answer.number(name, "ancestors"), load(out).objectCount());
        }
    }

    @ParameterizedTest
    @EnumSource
    void parentsAreTheAnswer(GoldenDumps golden) {
        JsonTree answer = golden.answer().tree("parents_of_sessions");
        JsonTree told = CommandRun.of("parents-of", golden.after(), "--where", "class = Leak::Session", "--json")
            .json();
        List<JsonTree> rows = told.list("rows");
        assertAll(
            () -> assertEquals(answer.number("parents"), rows.size()),
            () -> assertEquals(answer.number("max"), rows.get(0).number("count")),
            () -> assertEquals(answer.number("sum"), rows.stream().mapToLong(row -> row.number("count")).sum()),
            () -> assertEquals(answer.text("sha256"), GoldenDumps.sha(rows.stream()
                .map(row -> row.text("object") + " " + row.number("count")).collect(Collectors.toList()))));
    }

    @ParameterizedTest
    @EnumSource
    void pathsFromTheRootsLeadToWhatIsReachableOfTheNewObjects(GoldenDumps golden) throws IOException {
        JsonTree answer = golden.answer().tree("roots_of_diff");
        Path out = folder.resolve("paths.json");
        CommandRun run = CommandRun.of("roots-of", golden.after(), "--before", golden.before(), "--where", "new",
            "-o", out, "--json");
        JsonTree told = run.json();
        assertEquals(answer.number("targets"), told.number("targets"));
        assertEquals(answer.number("targets_reachable"), told.number("reached"));
        JsonTree again = CommandRun.of("table", out, "--columns", "root_distance", "--before", golden.before(),
            "--where", "new", "--json").json();
        Map<String, Long> distances = again.list("rows").stream().collect(Collectors.groupingBy(
            row -> String.valueOf(row.number("root_distance")), Collectors.counting()));
        assertEquals(answer.numbers("distance_histogram"), distances);
    }

    @ParameterizedTest
    @EnumSource
    void withClassReferencesTheReachableAreTheAnswer(GoldenDumps golden) throws IOException {
        Path out = folder.resolve("named.json.gz");
        CommandRun.of("replace_class", golden.after(), out, "--add_ref").quiet();
        JsonTree dominators = CommandRun.of("dominators", out, "--json", "--top", "60").json();
        JsonTree answer = golden.answer().tree("dominators_references_and_class");
        assertEquals(answer.list("top_by_retained_memsize").stream().map(row -> row.text("node"))
            .collect(Collectors.toList()), dominators.list("rows").stream().map(row -> row.text("object"))
            .collect(Collectors.toList()));
    }
}
