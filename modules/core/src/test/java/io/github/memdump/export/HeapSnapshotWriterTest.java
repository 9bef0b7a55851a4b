package io.github.memdump.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.Loading;
import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.Retained;
import io.github.memdump.dump.DumpInput;
import io.github.memdump.file.Inputs;
import io.github.memdump.file.Target;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.HeapLoader;
import io.github.memdump.task.Task;
import io.github.memdump.testing.DominatorOracle;
import io.github.memdump.testing.HeapDsl;
import io.github.memdump.testing.Oracle;
import io.github.memdump.testing.RandomHeap;
import io.github.memdump.value.Values;
import io.github.memdump.view.Recipe;
import io.github.memdump.view.View;
import io.github.memdump.view.ViewBudget;
import io.github.memdump.view.assembly.Views;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeapSnapshotWriterTest {
    private static SnapshotFile written(HeapSnapshotWriter writer) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        HeapSnapshotSize size = writer.write(bytes, Task.UNWATCHED);
        SnapshotFile file = new SnapshotFile(bytes.toByteArray());
        assertEquals(size.nodes(), file.nodes().size());
        assertEquals(size.edges(), file.edges().size());
        return file;
    }

    private static List<String> texts(List<?> rows) {
        return rows.stream().map(Object::toString).collect(Collectors.toList());
    }

    @Test
    void writesRootsObjectsAndWhatNoRootReachesInV8sWay() throws IOException {
        Heap heap = Loading.load(HeapDsl.heap().root("vm", "Shop", "list").klass("Shop").memsize(600)
            .array("list").memsize(80).refers("a", "b").object("a").ofClass("Shop").memsize(40)
            .imemo("b", "iseq").memsize(56).refers("list")
            .object("lost").ofClass("Shop").memsize(24).refers("a", "alone").object("alone").ofClass("Shop"));
        SnapshotFile file = written(HeapSnapshotWriter.of(heap));
        assertEquals(List.of("synthetic  0", "object class Shop 600", "object ARRAY 80", "object Shop 40",
            "code IMEMO iseq 56", "object Shop 24", "object Shop 0", "synthetic root vm 0",
            "synthetic (not reachable from any root) 0"), texts(file.nodes()));
        assertEquals(List.of("0 property root vm 7", "0 property (not reachable from any root) 8",
            "2 element [0] 3", "2 element [1] 4", "4 internal reference 2", "5 weak reference 3",
            "5 internal reference 6", "7 internal reference 1", "7 internal reference 2", "8 element [0] 5",
            "8 element [1] 6"), texts(file.edges()));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whoReadsItFindsTheDominatorsAndRetainedSizesOfMemdump(long seed) throws IOException {
        RandomHeap pair = RandomHeap.ofSeed(seed).objects(150);
        Heap heap = Loading.load(pair.after());
        SnapshotFile file = written(HeapSnapshotWriter.of(heap));
        Retained retained = Retained.of(heap, Task.UNWATCHED);
        // The outsiders hang on the last node; leaving it out makes them what they are: not reachable.
        DominatorOracle found = Oracle.of(asDump(file, heap)).overPlainReferences().dominators();
        Set<Integer> reachable = new HashSet<>();
        for (int object = 0; object < heap.objectCount(); object++) {
            String name = heap.isRoot(object) ? "r" + (object + 1) : address(object + 1);
            assertEquals(retained.size(object), found.retainedSizes().getOrDefault(name, 0L), pair + " " + name);
            assertEquals(retained.count(object), found.retainedCounts().getOrDefault(name, 0L), pair + " " + name);
            if (retained.isReachable(object)) {
                reachable.add(object);
            }
        }
        assertEquals(reachable.size(), found.dominators().size(), pair.toString());
        assertEquals(heap.references().edgeCount() + heap.roots().length
            + (reachable.size() < heap.objectCount() ? heap.objectCount() - reachable.size() + 1 : 0),
            file.edges().size(), pair.toString());
    }

    private static String address(int node) {
        return String.format("0x%x", 0x1000 + node * 8);
    }

    /** Returns what a tool sees in a snapshot, as a dump: weak edges hold nothing. */
    private static String asDump(SnapshotFile file, Heap heap) {
        Map<Integer, Set<String>> references = new TreeMap<>();
        file.edges().stream().filter(edge -> !edge.type.equals("weak")).forEach(edge ->
            references.computeIfAbsent(edge.source, any -> new HashSet<>()).add('"' + address(edge.target) + '"'));
        StringBuilder dump = new StringBuilder();
        for (int node = 1; node <= heap.objectCount(); node++) {
            String holds = ",\"memsize\":" + file.nodes().get(node).size + ",\"references\":"
                + references.getOrDefault(node, Set.of()) + "}\n";
            dump.append(heap.isRoot(node - 1) ? "{\"type\":\"ROOT\",\"root\":\"r" + node + "\"" + holds
                : "{\"type\":\"OBJECT\",\"address\":\"" + address(node) + "\"" + holds);
        }
        return dump.toString();
    }

    @Test
    void anObjectHasOneNumberInTheSnapshotsOfTwoDumps() throws IOException {
        RandomHeap pair = RandomHeap.ofSeed(3).objects(200).newObjects(80);
        Map<String, Long> before = ids(Loading.load(pair.before()));
        Map<String, Long> after = ids(Loading.load(pair.after()));
        Set<String> both = new HashSet<>(before.keySet());
        both.retainAll(after.keySet());
        assertTrue(both.size() > 100);
        both.forEach(object -> assertEquals(before.get(object), after.get(object), object));
        assertEquals(after.size(), new HashSet<>(after.values()).size());
        after.forEach((object, id) -> assertTrue(id > SnapshotIds.UNREACHABLE && id < 1L << 32 && id % 2 == 1, object));
    }

    private static Map<String, Long> ids(Heap heap) throws IOException {
        SnapshotFile file = written(HeapSnapshotWriter.of(heap));
        Map<String, Long> ids = new TreeMap<>();
        for (int object = 0; object < heap.objectCount(); object++) {
            ids.put(heap.identity(object), file.nodes().get(object + 1).id);
        }
        return ids;
    }

    @Test
    void idsOfOneNumberGoToTheNextThatIsFree() {
        SnapshotIds same = SnapshotIds.of(1000, object -> 7);
        assertEquals(1000, java.util.stream.IntStream.range(0, 1000).mapToLong(same::id).distinct().count());
    }

    @Test
    void allocationSitesAreFunctionsWithFileAndLine() throws IOException {
        Heap heap = Loading.load(HeapDsl.heap().root("vm", "a", "b").klass("Shop")
            .object("a").ofClass("Shop").allocatedAt("shop.rb", 12, "visit").memsize(40)
            .object("b").ofClass("Shop").allocatedAt("shop.rb", 12, "visit").memsize(40).object("c").ofClass("Shop"));
        SnapshotFile file = written(HeapSnapshotWriter.of(heap));
        assertEquals(Map.of("visit shop.rb:12 2", 2L), file.sites());
        assertEquals(2, file.nodes().stream().filter(node -> node.site == 2).count());
        assertEquals(file.nodes().size() - 2, file.nodes().stream().filter(node -> node.site == 0).count());
    }

    @Test
    void valuesAreWrittenOnlyOnRequest(@TempDir Path folder) throws IOException {
        HeapDsl dsl = HeapDsl.heap().root("vm", "s", "t", "u").klass("String").string("s", "secret\u2028word")
            .ofClass("String").object("u").ofClass("String").string("t", "x".repeat(300)).ofClass("String");
        Path dump = Files.write(folder.resolve("dump.json"), dsl.text().getBytes(StandardCharsets.UTF_8));
        Heap heap = HeapLoader.lenient().load(DumpInput.of(dump), Task.UNWATCHED);
        Path file = folder.resolve("x.heapsnapshot");
        HeapSnapshotWriter.of(heap).write(Target.of(file, Inputs.none()), Task.UNWATCHED);
        assertFalse(Files.readString(file).contains("secret"));
        List<String> nodes = texts(written(HeapSnapshotWriter.withValues(Values.of(heap))).nodes());
        assertTrue(nodes.contains("string secret\u2028word 0"), nodes::toString);
        assertTrue(nodes.contains("string " + "x".repeat(200) + "… 0"), nodes::toString);
        assertTrue(nodes.contains("object String 0"), nodes::toString);
    }

    @Test
    void referencesHaveTheirNamesIfAsked(@TempDir Path folder) throws IOException {
        Heap heap = Loading.load(HeapDsl.heap()
            .record("s0", "SHAPE").with("id", 7).with("parent_id", 0).with("shape_type", "ROOT")
            .record("s1", "SHAPE").with("id", 8).with("parent_id", 7).with("shape_type", "IVAR")
            .with("edge_name", "@list")
            .root("vm", "shop").klass("Shop").object("shop").ofClass("Shop").with("shape_id", 8).refers("list")
            .array("list").with("length", 2).refers("a", "b").object("a").ofClass("Shop").object("b").ofClass("Shop")
            .writeTo(folder.resolve("named.json")));
        List<String> named = written(HeapSnapshotWriter.withNames(Values.of(heap), false, Task.UNWATCHED)).edges()
            .stream().map(edge -> edge.name).collect(Collectors.toList());

        assertTrue(named.containsAll(List.of("@list", "[0]", "[1]")), named::toString);
        assertFalse(written(HeapSnapshotWriter.of(heap)).edges().stream().anyMatch(edge -> "@list".equals(edge.name)));
    }

    @Test
    void sizesBeyond32BitsAreTheLargestThatFit() throws IOException {
        Heap heap = Loading.load(HeapDsl.heap().root("vm", "a").klass("Shop").object("a").ofClass("Shop")
            .memsize(1L << 40));
        assertEquals(0xFFFF_FFFFL, written(HeapSnapshotWriter.of(heap)).nodes().get(2).size);
    }

    @Test
    void aViewIsASnapshotOfItsNodes() throws IOException {
        Heap heap = Loading.load(RandomHeap.ofSeed(4).objects(300).after());
        Findings findings = Findings.of(heap).distances(Task.UNWATCHED).retained(Task.UNWATCHED).build();
        for (Recipe.Subject subject : List.of(Recipe.Subject.DOMINATORS, Recipe.Subject.CLASSES)) {
            View view = Views.of(Recipe.of(subject, List.of("a.json"), ViewBudget.of(100, 300)), findings,
                Task.UNWATCHED);
            SnapshotFile file = written(HeapSnapshotWriter.of(view));
            long held = file.edges().stream().filter(edge -> edge.source > 0
                && edge.source <= view.nodes().size()).count();
            assertEquals(view.edges().size(), held, subject.id());
            assertTrue(file.nodes().size() > view.nodes().size(), subject.id());
        }
    }
}
