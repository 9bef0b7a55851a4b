package io.github.memdump.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.Loading;
import io.github.memdump.graph.Dominators;
import io.github.memdump.graph.Graph;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.subset.CommonCleanup;
import io.github.memdump.task.Task;
import io.github.memdump.testing.GoldenDumps;
import io.github.memdump.testing.HistogramRow;
import io.github.memdump.testing.JsonTree;
import io.github.memdump.testing.Oracle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The engine against answers that an independent program found for real dumps, over references alone. */
class GoldenAnswersTest {
    private static final Map<GoldenDumps, Findings> LEAKS = new EnumMap<>(GoldenDumps.class);

    private static synchronized Findings leak(GoldenDumps dumps) {
        return LEAKS.computeIfAbsent(dumps, d ->
            Findings.ofLeak(Loading.load(d.before()), Loading.load(d.after()).overPlainReferences(), Task.UNWATCHED));
    }

    @ParameterizedTest
    @EnumSource(GoldenDumps.class)
    void countsObjectsReferencesAndBytes(GoldenDumps dumps) {
        Heap before = Loading.load(dumps.before());
        for (Heap heap : List.of(before, leak(dumps).heap())) {
            JsonTree answer = dumps.answer().tree(heap == before ? "before_summary" : "after_summary");
            assertEquals(answer.number("records"), heap.objectCount());
            assertEquals(answer.number("lines"), heap.facts().lines());
            assertEquals(answer.number("edges_as_set"), heap.facts().references());
            assertEquals(answer.number("edges_as_list") - answer.number("edges_as_set"),
                heap.facts().duplicateReferences());
            assertEquals(answer.number("with_generation"), heap.facts().withGeneration());
            assertEquals(answer.number("memsize"), heap.facts().memsize());
            assertEquals(0, heap.facts().issues().total());
            assertEquals(answer.text("keys_sha256"), sha(heap, NodeSet.all(heap.objectCount())));
            Map<String, Long> types = new TreeMap<>();
            Histogram.of(heap, Grouping.TYPE).rows().forEach(row -> types.put(row.key(), row.count()));
            assertEquals(new TreeMap<>(answer.numbers("types")), types);
        }
    }

    @ParameterizedTest
    @EnumSource(GoldenDumps.class)
    void countsObjectsAndBytesByClass(GoldenDumps dumps) {
        JsonTree answer = dumps.answer().tree("class_stats_after");
        Map<String, Histogram.Row> rows = new TreeMap<>();
        Histogram.of(leak(dumps).heap(), Grouping.CLASS).rows().forEach(row -> rows.put(row.key(), row));
        // The golden file counts by what records call their class. The oracle, which agrees with it there, says what
        // Ruby's class is: that of the few singletons is another one, and inclusions have none.
        Oracle oracle = Oracle.of(dumps.after());
        Map<String, HistogramRow> expected = new TreeMap<>();
        oracle.rowsByClass().forEach(row -> expected.put(row.key(), row));
        Map<String, HistogramRow> recorded = new TreeMap<>();
        oracle.rowsByRecordedClass().forEach(row -> recorded.put(row.key(), row));
        // How far the names of singleton classes of classes can be told apart is not of interest here.
        Predicate<String> ofClass = name -> name.startsWith("#<Class:");
        expected.keySet().removeIf(ofClass);
        rows.keySet().removeIf(ofClass);
        assertEquals(expected.keySet(), rows.keySet());
        expected.values().forEach(row -> {
            assertEquals(row.count(), rows.get(row.key()).count(), row.key());
            assertEquals(row.memsize(), rows.get(row.key()).memsize(), row.key());
        });
        Set<String> changed = new TreeSet<>(expected.keySet());
        changed.removeIf(name -> name.startsWith("#<") || recorded.containsKey(name)
            && recorded.get(name).count() == expected.get(name).count());
        assertTrue(changed.containsAll(Set.of("Array", "ICLASS", "Object")), changed.toString());
        answer.numbers("named").forEach((name, count) -> assertTrue(changed.contains(name)
            || !rows.containsKey(name) || count == rows.get(name).count(), name));
        assertTrue(changed.size() < 10, changed.toString());
    }

    @ParameterizedTest
    @EnumSource(GoldenDumps.class)
    void findsTheDifference(GoldenDumps dumps) {
        JsonTree answer = dumps.answer().tree("diff");
        HeapDiff diff = leak(dumps).diff().orElseThrow();
        assertEquals(answer.number("size"), diff.newObjects().size());
        assertEquals(answer.number("gone_size"), diff.goneObjects());
        assertEquals(answer.number("addresses_reused_with_another_generation"), diff.reusedAddresses());
        assertEquals(answer.number("without_generation"), diff.newWithoutGeneration());
        assertEquals(answer.number("memsize"), diff.newMemsize());
        assertEquals(answer.text("sha256"), sha(diff.after(), diff.newObjects()));
    }

    @ParameterizedTest
    @EnumSource(GoldenDumps.class)
    void findsTheBorder(GoldenDumps dumps) {
        JsonTree answer = dumps.answer().tree("interface");
        Border border = leak(dumps).border().orElseThrow();
        Heap after = leak(dumps).heap();
        assertEquals(answer.number("edges_across"), border.edgesAcross());
        assertEquals(answer.text("self_border_sha256"), sha(after, border.oldBorder()));
        assertEquals(answer.text("diff_border_sha256"), sha(after, border.newBorder()));
    }

    @ParameterizedTest
    @EnumSource(GoldenDumps.class)
    void countsWhatEveryBorderObjectKeepsAlive(GoldenDumps dumps) {
        Findings leak = leak(dumps);
        List<String> expected = new ArrayList<>();
        for (JsonTree row : dumps.answer().list("keepalive", "rows")) {
            expected.add(row.text("0") + " " + row.number("1") + " " + row.number("2"));
        }
        List<String> found = new ArrayList<>();
        for (int object : BorderRows.ranked(leak)) {
            found.add(leak.text(Column.OBJECT, object) + " " + leak.text(Column.KEEPALIVE_COUNT, object) + " "
                + leak.text(Column.KEEPALIVE_NEW_COUNT, object));
        }
        Collections.sort(expected);
        Collections.sort(found);
        assertEquals(expected, found);
    }

    @ParameterizedTest
    @EnumSource(GoldenDumps.class)
    void measuresDistancesFromTheRoots(GoldenDumps dumps) {
        JsonTree answer = dumps.answer().tree("roots_of_diff");
        Findings leak = leak(dumps);
        assertEquals(answer.number("reachable_nodes_from_roots"), leak.fromRoots().orElseThrow().reachedCount());
        Map<String, Long> distances = new TreeMap<>();
        leak.diff().orElseThrow().newObjects().forEach(object -> {
            String distance = leak.text(Column.ROOT_DISTANCE, object);
            if (!distance.isEmpty()) {
                distances.merge(distance, 1L, Long::sum);
            }
        });
        assertEquals(new TreeMap<>(answer.numbers("distance_histogram")), distances);
    }

    @ParameterizedTest
    @EnumSource(GoldenDumps.class)
    void findsDominatorsAndWhatTheyRetain(GoldenDumps dumps) {
        JsonTree answer = dumps.answer().tree("dominators_references");
        Findings leak = leak(dumps);
        Retained retained = leak.retained().orElseThrow();
        assertEquals(answer.number("reachable"), retained.dominators().reachableCount());
        List<String> tree = new ArrayList<>();
        List<String> figures = new ArrayList<>();
        for (int object = 0; object < leak.heap().objectCount(); object++) {
            if (retained.dominators().dominator(object) != Dominators.UNREACHABLE) {
                String identity = leak.heap().identity(object);
                tree.add(identity + ">" + leak.text(Column.DOMINATOR, object));
                figures.add(identity + " " + retained.count(object) + " " + retained.size(object));
            }
        }
        assertEquals(answer.text("idom_sha256"), GoldenDumps.sha(tree));
        assertEquals(answer.text("retained_sha256"), GoldenDumps.sha(figures));
    }

    @ParameterizedTest
    @EnumSource(GoldenDumps.class)
    void cleansUp(GoldenDumps dumps) {
        JsonTree answer = dumps.answer().tree("common_cleanup");
        Heap after = leak(dumps).heap();
        CommonCleanup cleanup = CommonCleanup.of(after, Task.UNWATCHED);
        assertEquals(answer.number("removed_weakref"), cleanup.removed().size());
        assertEquals(answer.number("collapsed"), cleanup.collapsed().size());
        assertEquals(answer.text("nodes_sha256"), sha(after, cleanup.remaining()));
        Graph references = cleanup.references();
        List<String> edges = new ArrayList<>();
        for (int object = 0; object < after.objectCount(); object++) {
            for (int i = references.from(object); i < references.to(object); i++) {
                edges.add(after.identity(object) + ">" + after.identity(references.target(i)));
            }
        }
        assertEquals(answer.text("edges_sha256"), GoldenDumps.sha(edges));
    }

    private static String sha(Heap heap, NodeSet objects) {
        List<String> identities = new ArrayList<>();
        objects.forEach(object -> identities.add(heap.identity(object)));
        return GoldenDumps.sha(identities);
    }
}
