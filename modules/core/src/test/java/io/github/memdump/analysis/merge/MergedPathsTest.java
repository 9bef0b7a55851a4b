package io.github.memdump.analysis.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.Loading;
import io.github.memdump.graph.BreadthFirst;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.graph.Walk;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;
import io.github.memdump.testing.HeapDsl;
import io.github.memdump.testing.Oracle;
import io.github.memdump.testing.RandomHeap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MergedPathsTest {
    @Test
    void mergesWhatIsOfOneClassAndKeepsClassesApart() {
        HeapDsl dsl = HeapDsl.heap().klass("Array").klass("Store").klass("Cache").root("vm", "Store", "Cache")
            .array("a1").ofClass("Array").heldBy("Store").array("a2").ofClass("Array").heldBy("Store")
            .array("a3").ofClass("Array").heldBy("Cache")
            .string("s1", "").memsize(40).heldBy("a1").string("s2", "").memsize(50).heldBy("a2")
            .string("s3", "").memsize(60).heldBy("a3").string("lost", "").memsize(70);
        Heap heap = Loading.load(dsl);

        MergedPaths paths = merged(heap, NodeSet.where(heap.objectCount(), o -> heap.typeName(o).equals("STRING")));

        assertEquals(1, paths.unreached());
        assertEquals(Set.of("vm ×1: 3 of 150 B", "vm/Store ×1: 2 of 90 B", "vm/Cache ×1: 1 of 60 B",
            "vm/Store/Array ×2: 2 of 90 B", "vm/Cache/Array ×1: 1 of 60 B", "vm/Store/Array/STRING ×2: 2 of 90 B",
            "vm/Cache/Array/STRING ×1: 1 of 60 B"), lines(heap, paths));
    }

    @Test
    void aChosenObjectOnTheWayToAnotherCountsAtBothPlaces() {
        HeapDsl dsl = HeapDsl.heap().klass("Node").root("vm", "n1").object("n1").ofClass("Node").memsize(1)
            .object("n2").ofClass("Node").memsize(2).heldBy("n1");
        Heap heap = Loading.load(dsl);

        MergedPaths paths = merged(heap, NodeSet.where(heap.objectCount(), o -> heap.className(o).equals("Node")));

        assertEquals(Set.of("vm ×1: 2 of 3 B", "vm/Node ×1: 2 of 3 B", "vm/Node/Node ×1: 1 of 2 B"),
            lines(heap, paths));
    }

    @Test
    void recordsOfRubyItselfAreKeptApartByTheirNames() {
        HeapDsl dsl = HeapDsl.heap().root("vm", "t1", "t2", "i1", "i2").data("t1", "thread").data("t2", "fiber")
            .imemo("i1", "iseq").imemo("i2", "iseq").string("s1", "").memsize(1).heldBy("t1")
            .string("s2", "").memsize(2).heldBy("t2").string("s3", "").memsize(4).heldBy("i1")
            .string("s4", "").memsize(8).heldBy("i2");
        Heap heap = Loading.load(dsl);

        MergedPaths paths = merged(heap, NodeSet.where(heap.objectCount(), o -> heap.typeName(o).equals("STRING")));

        assertEquals(Set.of("vm ×1: 4 of 15 B", "vm/thread ×1: 1 of 1 B", "vm/fiber ×1: 1 of 2 B",
            "vm/iseq ×2: 2 of 12 B", "vm/thread/STRING ×1: 1 of 1 B", "vm/fiber/STRING ×1: 1 of 2 B",
            "vm/iseq/STRING ×2: 2 of 12 B"), lines(heap, paths));
    }

    @Test
    void nothingChosenIsAnEmptyForest() {
        Heap heap = Loading.load(HeapDsl.heap().root("vm", "a").array("a"));

        MergedPaths paths = merged(heap, NodeSet.none(heap.objectCount()));

        assertEquals(0, paths.size());
        assertEquals(0, paths.unreached());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void agreesWithMergingPathByPath(long seed) {
        RandomHeap pair = RandomHeap.ofSeed(seed);
        Heap heap = Loading.load(pair.after());
        Oracle oracle = Oracle.of(pair.after());
        Kinds kinds = new Kinds(heap, oracle);
        Set<String> chosen = kinds.some(new Random(seed));
        BreadthFirst fromRoots = fromRoots(heap);
        Map<List<String>, Set<String>> objects = new HashMap<>();
        Map<List<String>, Integer> counts = new HashMap<>();
        Map<List<String>, Long> sizes = new HashMap<>();
        Set<String> reached = oracle.rootDistances().keySet();
        int unreached = 0;
        for (String object : chosen) {
            unreached += reached.contains(object) ? 0 : 1;
            List<String> place = new ArrayList<>();
            for (int on : fromRoots.path(kinds.id(object))) {
                place.add(kinds.of(heap.identity(on)));
                List<String> key = List.copyOf(place);
                objects.computeIfAbsent(key, k -> new HashSet<>()).add(heap.identity(on));
                counts.merge(key, 1, Integer::sum);
                sizes.merge(key, oracle.memsize(object), Long::sum);
            }
        }

        MergedPaths paths = MergedPaths.of(heap, fromRoots, NodeSet.of(heap.objectCount(),
            chosen.stream().mapToInt(kinds::id).toArray()), Task.UNWATCHED);

        assertEquals(unreached, paths.unreached(), pair.toString());
        assertEquals(objects.size(), paths.size(), pair.toString());
        for (int node = 0; node < paths.size(); node++) {
            List<String> key = new ArrayList<>();
            for (int at = node; at != MergedPaths.NO_PARENT; at = paths.parent(at)) {
                assertTrue(paths.parent(at) < at, pair.toString());
                key.add(0, kinds.of(heap.identity(paths.example(at))));
            }
            assertEquals(key.size(), paths.depth(node), pair.toString());
            assertEquals(objects.get(key).size(), paths.objects(node), pair + " " + key);
            assertEquals(counts.get(key), paths.selected(node), pair + " " + key);
            assertEquals(sizes.get(key), paths.selectedMemsize(node), pair + " " + key);
        }
    }

    private static BreadthFirst fromRoots(Heap heap) {
        return BreadthFirst.from(Walk.over(heap.references()), heap::referrers, heap.roots(), 1, Task.UNWATCHED);
    }

    private static MergedPaths merged(Heap heap, NodeSet chosen) {
        return MergedPaths.of(heap, fromRoots(heap), chosen, Task.UNWATCHED);
    }

    private static Set<String> lines(Heap heap, MergedPaths paths) {
        Set<String> lines = new HashSet<>();
        for (int node = 0; node < paths.size(); node++) {
            StringBuilder place = new StringBuilder();
            for (int at = node; at != MergedPaths.NO_PARENT; at = paths.parent(at)) {
                String name = heap.name(paths.example(at));
                place.insert(0, (at == node ? "" : "/")).insert(0, name.isEmpty() ? heap.className(paths.example(at))
                    : name);
            }
            lines.add(place + " ×" + paths.objects(node) + ": " + paths.selected(node) + " of "
                + paths.selectedMemsize(node) + " B");
        }
        return lines;
    }
}
