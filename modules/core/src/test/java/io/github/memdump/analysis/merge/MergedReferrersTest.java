package io.github.memdump.analysis.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.Loading;
import io.github.memdump.analysis.Identities;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.graph.Walk;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;
import io.github.memdump.testing.HeapDsl;
import io.github.memdump.testing.Oracle;
import io.github.memdump.testing.RandomHeap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MergedReferrersTest {
    @Test
    void groupsThoseThatReferByClassStepByStep() {
        HeapDsl dsl = HeapDsl.heap().klass("Store").klass("Set").root("vm", "h1", "h2")
            .hash("h1").memsize(100).hash("h2").memsize(10).object("set").ofClass("Set").memsize(5)
            .object("a").ofClass("Store").heldBy("h1", "h2").object("b").ofClass("Store").heldBy("h1", "set");
        Heap heap = Loading.load(dsl);
        NodeSet stores = NodeSet.where(heap.objectCount(), o -> heap.className(o).equals("Store"));

        MergedReferrers tree = MergedReferrers.of(heap, Walk.over(heap.referrers()), stores, 9, Task.UNWATCHED);

        assertEquals(4, tree.size());
        Map<String, String> lines = new HashMap<>();
        for (int node = 1; node < tree.size(); node++) {
            lines.put(heap.className(tree.example(node)), tree.depth(node) + " ×" + tree.objects(node) + " of "
                + tree.memsize(node) + " B by " + tree.references(node) + " to " + tree.held(node));
        }
        assertEquals(Map.of("HASH", "1 ×2 of 110 B by 3 to 2", "Set", "1 ×1 of 5 B by 1 to 1",
            "ROOT", "2 ×1 of 0 B by 2 to 2"), lines);
    }

    @Test
    void cyclesAndReferencesAmongTheChosenEnd() {
        HeapDsl dsl = HeapDsl.heap().klass("Node").object("n1").ofClass("Node").object("n2").ofClass("Node")
            .heldBy("n1").array("a").heldBy("n2").refers("n1");
        Heap heap = Loading.load(dsl);
        NodeSet nodes = NodeSet.where(heap.objectCount(), o -> heap.className(o).equals("Node"));

        MergedReferrers tree = MergedReferrers.of(heap, Walk.over(heap.referrers()), nodes, 9, Task.UNWATCHED);

        assertEquals(2, tree.size());
        assertEquals("ARRAY", heap.className(tree.example(1)));
        assertTrue(tree.isExpanded(1));
    }

    @Test
    void goesNoFurtherThanItIsAsked() {
        HeapDsl dsl = HeapDsl.heap().array("a").array("b").refers("a").array("c").refers("b");
        Heap heap = Loading.load(dsl);
        NodeSet a = NodeSet.of(heap.objectCount(), Identities.find(heap, dsl.identity("a")));

        MergedReferrers one = MergedReferrers.of(heap, Walk.over(heap.referrers()), a, 1, Task.UNWATCHED);

        assertEquals(2, one.size());
        assertTrue(one.isExpanded(0));
        assertFalse(one.isExpanded(1));
        assertThrows(IllegalArgumentException.class,
            () -> MergedReferrers.of(heap, Walk.over(heap.referrers()), a, 0, Task.UNWATCHED));
    }

    @Test
    void theLargestGroupsAreExpandedFirst() {
        HeapDsl dsl = HeapDsl.heap().object("chosen");
        for (int group = 0; group <= MergedReferrers.MOST_EXPANDED; group++) {
            dsl.klass("K" + group).object("o" + group).ofClass("K" + group).refers("chosen");
        }
        dsl.object("another").ofClass("K" + MergedReferrers.MOST_EXPANDED).refers("chosen");
        Heap heap = Loading.load(dsl);
        NodeSet chosen = NodeSet.of(heap.objectCount(), Identities.find(heap, dsl.identity("chosen")));

        MergedReferrers tree = MergedReferrers.of(heap, Walk.over(heap.referrers()), chosen, 2, Task.UNWATCHED);

        assertEquals(MergedReferrers.MOST_EXPANDED + 2, tree.size());
        int expanded = 0;
        for (int node = 0; node < tree.size(); node++) {
            expanded += tree.isExpanded(node) ? 1 : 0;
            assertTrue(tree.objects(node) < 2 || tree.isExpanded(node), "the group of two is the largest");
        }
        assertEquals(MergedReferrers.MOST_EXPANDED, expanded);
        assertTrue(tree.isExpanded(1) && !tree.isExpanded(tree.size() - 2), "of one size in their order");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void agreesWithTheDefinition(long seed) {
        RandomHeap pair = RandomHeap.ofSeed(seed);
        Heap heap = Loading.load(pair.after());
        Oracle oracle = Oracle.of(pair.after());
        Kinds kinds = new Kinds(heap, oracle);
        Set<String> chosen = kinds.some(new Random(seed));
        int depth = 1 + (int) seed % 5;
        Map<String, String> expected = new TreeMap<>();
        expect(oracle, kinds, chosen, distances(oracle, chosen), 1, depth, "", expected);

        MergedReferrers tree = MergedReferrers.of(heap, Walk.over(heap.referrers()), NodeSet.of(heap.objectCount(),
            chosen.stream().mapToInt(kinds::id).toArray()), depth, Task.UNWATCHED);

        assertTrue(expected.size() < MergedReferrers.MOST_EXPANDED, "too many for this test: " + pair);
        Map<String, String> found = new TreeMap<>();
        for (int node = 1; node < tree.size(); node++) {
            String place = "";
            for (int at = node; at != 0; at = tree.parent(at)) {
                place = "/" + kinds.of(heap.identity(tree.example(at))) + place;
            }
            found.put(place, tree.objects(node) + " " + tree.memsize(node) + " " + tree.references(node) + " "
                + tree.held(node));
        }
        assertEquals(expected, found, pair.toString());
    }

    private static void expect(Oracle oracle, Kinds kinds, Set<String> group, Map<String, Integer> distances, int at,
        int depth, String place, Map<String, String> expected) {
        Map<String, Set<String>> byKind = new TreeMap<>();
        oracle.graph().forEach((source, targets) -> {
            if (at == distances.getOrDefault(source, -1) && targets.stream().anyMatch(group::contains)) {
                byKind.computeIfAbsent(kinds.of(source), kind -> new HashSet<>()).add(source);
            }
        });
        byKind.forEach((kind, referrers) -> {
            long references = 0;
            Set<String> held = new HashSet<>();
            for (String referrer : referrers) {
                Set<String> targets = new HashSet<>(oracle.graph().get(referrer));
                targets.retainAll(group);
                references += targets.size();
                held.addAll(targets);
            }
            expected.put(place + "/" + kind, referrers.size() + " "
                + referrers.stream().mapToLong(oracle::memsize).sum() + " " + references + " " + held.size());
            if (at < depth) {
                expect(oracle, kinds, referrers, distances, at + 1, depth, place + "/" + kind, expected);
            }
        });
    }

    private static Map<String, Integer> distances(Oracle oracle, Set<String> chosen) {
        Map<String, Integer> distances = new HashMap<>();
        chosen.forEach(object -> distances.put(object, 0));
        for (int at = 1, before = -1; before < distances.size(); at++) {
            before = distances.size();
            for (Map.Entry<String, Set<String>> object : oracle.graph().entrySet()) {
                int last = at - 1;
                if (object.getValue().stream().anyMatch(target -> distances.getOrDefault(target, -1) == last)) {
                    distances.putIfAbsent(object.getKey(), at);
                }
            }
        }
        return distances;
    }
}
