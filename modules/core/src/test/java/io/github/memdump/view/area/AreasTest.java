package io.github.memdump.view.area;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.Loading;
import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.Retained;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;
import io.github.memdump.testing.HeapDsl;
import io.github.memdump.testing.RandomHeap;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AreasTest {
    private static Findings findings(HeapDsl before, HeapDsl after) throws Exception {
        Heap heap = Loading.load(after);
        return Findings.of(heap).comparedWith(Loading.load(before), Task.UNWATCHED).retained(Task.UNWATCHED).build();
    }

    /** A registry that held 3 sessions, and holds 200 more, each with a string; and one large string. */
    private static Findings registry() throws Exception {
        HeapDsl before = HeapDsl.heap().klass("Registry").klass("Session").klass("Text")
            .root("vm", "Registry", "Session", "Text").object("registry").ofClass("Registry").memsize(40)
            .heldBy("Registry");
        for (int i = 0; i < 3; i++) {
            session(before, i, 1);
        }
        HeapDsl after = before.then();
        for (int i = 3; i < 203; i++) {
            session(after, i, 9);
        }
        after.object("large").ofClass("Text").memsize(100_000).generation(9).heldBy("registry");
        return findings(before, after);
    }

    private static void session(HeapDsl heap, int number, int generation) {
        heap.object("session" + number).ofClass("Session").memsize(40).generation(generation)
            .allocatedAt("app.rb", 7, "new").heldBy("registry");
        heap.object("text" + number).ofClass("Text").memsize(60).generation(generation)
            .allocatedAt("app.rb", 8, "new").heldBy("session" + number);
    }

    private static String told(Heap heap, Area area) {
        return area.kind() + " " + heap.className(area.object()) + " " + area.objects() + " " + area.retained() + " "
            + area.size() + " " + area.newSize();
    }

    @Test
    void alikeObjectsShareAnAreaAndALargeOneStandsByItself() throws Exception {
        Findings findings = registry();
        List<Area> areas = Areas.of(findings, 100, Task.UNWATCHED);
        int registry = IntStream.range(0, areas.size())
            .filter(i -> told(findings.heap(), areas.get(i)).startsWith("OBJECT Registry")).findFirst().orElseThrow();
        List<Area> held = areas.stream().filter(area -> area.parent() == registry).collect(Collectors.toList());
        assertEquals(List.of("OBJECT Text 1 1 100000 100000", "ALIKE Session 203 406 20300 20000"),
            held.stream().map(area -> told(findings.heap(), area)).collect(Collectors.toList()));
        Area inSessions = areas.stream().filter(area -> area.parent() == areas.indexOf(held.get(1))).findFirst()
            .orElseThrow();
        assertEquals("ALIKE Text 203 203 12180 12000", told(findings.heap(), inSessions));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "3, 3"})
    void thereAreNoMoreThanAskedFor(int most, int expected) throws Exception {
        List<Area> areas = Areas.of(registry(), most, Task.UNWATCHED);
        assertEquals(expected, areas.size());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void areasAddUpToWhatTheRootsReach(long seed) throws Exception {
        RandomHeap random = RandomHeap.ofSeed(seed).objects(400).newObjects(120);
        Findings findings = findings(random.before(), random.after());
        for (int most : new int[] {5, 40, 3_000}) {
            requireSums(findings, Areas.of(findings, most, Task.UNWATCHED), most, "seed " + seed);
        }
    }

    private static void requireSums(Findings findings, List<Area> areas, int most, String seed) {
        Heap heap = findings.heap();
        Retained retained = findings.retained().orElseThrow();
        assertTrue(areas.size() <= most, seed);
        long[] sizes = new long[areas.size()];
        long[] fresh = new long[areas.size()];
        long[] counts = new long[areas.size()];
        long top = 0;
        for (int i = 0; i < areas.size(); i++) {
            Area area = areas.get(i);
            assertTrue(area.parent() < i, seed);
            if (area.parent() == Area.NO_PARENT) {
                top += area.size();
            } else {
                sizes[area.parent()] += area.size();
                fresh[area.parent()] += area.newSize();
                counts[area.parent()] += area.retained();
            }
            if (area.kind() == Area.Kind.OBJECT) {
                assertEquals(retained.size(area.object()), area.size(), seed);
                assertEquals(retained.count(area.object()), area.retained(), seed);
                assertEquals(newSize(findings, area.object()), area.newSize(), seed);
            }
        }
        long reached = IntStream.range(0, heap.objectCount()).filter(retained::isReachable)
            .mapToLong(heap::memsize).sum();
        assertEquals(reached, top, seed);
        for (int i = 0; i < areas.size(); i++) {
            assertTrue(sizes[i] <= areas.get(i).size() && fresh[i] <= areas.get(i).newSize(), seed);
            assertTrue(counts[i] + areas.get(i).objects() <= areas.get(i).retained() || counts[i] == 0, seed);
        }
        requireLargestFirst(areas, seed);
    }

    private static long newSize(Findings findings, int object) {
        Retained retained = findings.retained().orElseThrow();
        return IntStream.range(0, findings.heap().objectCount())
            .filter(other -> findings.diff().orElseThrow().newOfProgram().contains(other))
            .filter(other -> retained.isReachable(other) && retained.dominators().dominates(object, other))
            .mapToLong(findings.heap()::memsize).sum();
    }

    private static void requireLargestFirst(List<Area> areas, String seed) {
        areas.stream().filter(area -> area.kind() != Area.Kind.REST)
            .collect(Collectors.groupingBy(Area::parent)).values().forEach(parts -> assertEquals(parts.stream()
                .sorted(Comparator.comparingLong((Area part) -> -part.size())).collect(Collectors.toList()), parts,
                seed));
    }
}
