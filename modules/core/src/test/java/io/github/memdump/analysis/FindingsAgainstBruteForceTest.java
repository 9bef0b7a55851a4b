package io.github.memdump.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.memdump.Loading;
import io.github.memdump.graph.Graph;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.subset.CommonCleanup;
import io.github.memdump.task.Task;
import io.github.memdump.testing.DiffOracle;
import io.github.memdump.testing.DominatorOracle;
import io.github.memdump.testing.Oracle;
import io.github.memdump.testing.RandomHeap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The engine against brute force on seeded random pairs of heaps. */
class FindingsAgainstBruteForceTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void agreesWithBruteForce(long seed) {
        RandomHeap pair = RandomHeap.ofSeed(seed).objects(200 + (int) seed * 20).newObjects(60 + (int) seed * 5);
        Oracle expected = Oracle.of(pair.after());
        Heap after = Loading.load(pair.after());
        agrees(pair, expected, after);
        agrees(pair, expected.overPlainReferences(), after.overPlainReferences());
    }

    private static void agrees(RandomHeap pair, Oracle expected, Heap after) {
        DiffOracle change = expected.since(Oracle.of(pair.before()));
        Findings found = Findings.ofLeak(Loading.load(pair.before()), after, Task.UNWATCHED);

        assertEquals(expected.objects(), identities(after, NodeSet.all(after.objectCount())), pair.toString());
        assertEquals(expected.graph(), references(after, after.references()), pair.toString());
        assertEquals(expected.references(), after.facts().references(), pair.toString());
        assertEquals(expected.danglingReferences(), after.facts().danglingReferences(), pair.toString());
        assertEquals(expected.duplicateReferences(), after.facts().duplicateReferences(), pair.toString());
        assertEquals(expected.memsize(), after.facts().memsize(), pair.toString());

        HeapDiff diff = found.diff().orElseThrow();
        assertEquals(change.newObjects(), identities(after, diff.newObjects()), pair.toString());
        assertEquals(change.goneObjects().size(), diff.goneObjects(), pair.toString());
        assertEquals(change.reusedAddresses().size(), diff.reusedAddresses(), pair.toString());
        assertEquals(change.newWithoutGeneration().size(), diff.newWithoutGeneration(), pair.toString());
        assertEquals(change.newMemsize(), diff.newMemsize(), pair.toString());
        Border border = found.border().orElseThrow();
        assertEquals(change.oldBorder(), identities(after, border.oldBorder()), pair.toString());
        assertEquals(change.newBorder(), identities(after, border.newBorder()), pair.toString());
        assertEquals(change.edgesAcross(), border.edgesAcross(), pair.toString());
        Map<String, String> figures = objectFigures(found);
        objectFigures(expected, change).forEach((object, line) ->
            assertEquals(line, figures.get(object), pair + " " + object));
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33, 34, 35, 36, 37, 38})
    void cleansUpAsBruteForceDoes(long seed) {
        RandomHeap pair = RandomHeap.ofSeed(seed).objects(400);
        Heap after = Loading.load(pair.after());
        CommonCleanup cleanup = CommonCleanup.of(after, Task.UNWATCHED);
        Map<String, Set<String>> found = references(after, cleanup.references());
        found.keySet().retainAll(identities(after, cleanup.remaining()));
        assertEquals(Oracle.of(pair.after()).commonCleanup().graph(), found, pair.toString());
    }

    private static Map<String, String> objectFigures(Oracle expected, DiffOracle change) {
        DominatorOracle tree = expected.dominators();
        Map<String, String> figures = new TreeMap<>();
        for (String object : expected.objects()) {
            boolean border = change.newBorder().contains(object);
            figures.put(object, expected.className(object) + " " + expected.type(object)
                + " " + expected.rootDistances().get(object)
                + " " + (border ? change.keepaliveCount(object) + " " + change.keepaliveNewCount(object) : "null null")
                + " " + tree.dominators().get(object) + " " + tree.retainedCounts().get(object)
                + " " + tree.retainedSizes().get(object));
        }
        return figures;
    }

    private static Map<String, String> objectFigures(Findings found) {
        Map<String, String> figures = new TreeMap<>();
        for (int object = 0; object < found.heap().objectCount(); object++) {
            StringBuilder line = new StringBuilder(found.text(Column.CLASS, object) + " "
                + found.text(Column.TYPE, object));
            for (Column column : new Column[] {Column.ROOT_DISTANCE, Column.KEEPALIVE_COUNT, Column.KEEPALIVE_NEW_COUNT,
                Column.DOMINATOR, Column.RETAINED_COUNT, Column.RETAINED_SIZE}) {
                String text = found.text(column, object);
                line.append(' ').append(text.isEmpty() ? "null" : text);
            }
            figures.put(found.text(Column.OBJECT, object), line.toString());
        }
        return figures;
    }

    private static Set<String> identities(Heap heap, NodeSet objects) {
        Set<String> result = new HashSet<>();
        objects.forEach(object -> result.add(heap.identity(object)));
        return result;
    }

    private static Map<String, Set<String>> references(Heap heap, Graph graph) {
        Map<String, Set<String>> result = new TreeMap<>();
        for (int object = 0; object < heap.objectCount(); object++) {
            Set<String> targets = new TreeSet<>();
            for (int i = graph.from(object); i < graph.to(object); i++) {
                targets.add(heap.identity(graph.target(i)));
            }
            result.put(heap.identity(object), targets);
        }
        return result;
    }
}
