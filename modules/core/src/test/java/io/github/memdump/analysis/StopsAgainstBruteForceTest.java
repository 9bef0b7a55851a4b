package io.github.memdump.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.Loading;
import io.github.memdump.graph.Graph;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;
import io.github.memdump.testing.HeapDsl;
import io.github.memdump.testing.RandomHeap;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All objects' figures, with and without stops, against walks from each object and the removal of each object. */
class StopsAgainstBruteForceTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void agreesWithBruteForceForAllObjects(long seed) {
        RandomHeap pair = RandomHeap.ofSeed(seed).objects(150 + (int) seed * 10);
        Heap heap = Loading.load(pair.after());
        WalkBarrier stops = stops(new Random(seed));
        String trial = pair + ", stops at " + stops.types();
        Findings found = Findings.of(heap).stoppingAt(stops)
            .comparedWith(Loading.load(pair.before()), Task.UNWATCHED).retained(Task.UNWATCHED)
            .keepAliveOf(NodeSet.all(heap.objectCount()), Task.UNWATCHED).build();
        NodeSet added = found.diff().orElseThrow().newObjects();
        BitSet isStop = new BitSet();
        for (int object = 0; object < heap.objectCount(); object++) {
            isStop.set(object, stops.types().stream().map(Enum::name).anyMatch(heap.typeName(object)::equals));
        }
        BitSet everything = new BitSet();
        everything.set(0, heap.objectCount());
        BitSet inNew = new BitSet();
        added.forEach(inNew::set);
        BitSet reachable = reached(heap, everything, new BitSet(), heap.roots());
        for (int object = 0; object < heap.objectCount(); object++) {
            String where = trial + ", " + heap.identity(object);
            int reach = reached(heap, everything, isStop, object).cardinality();
            assertEquals(reach, found.number(Column.KEEPALIVE_COUNT, object), where);
            assertEquals(inNew.get(object) ? reached(heap, inNew, isStop, object).cardinality() : Findings.ABSENT,
                found.number(Column.KEEPALIVE_NEW_COUNT, object), where);
            assertEquals(0, found.number(Column.KEEPALIVE_ESTIMATED, object), where);
            long retained = retained(heap, reachable, isStop, object);
            assertEquals(retained == 0 ? Findings.ABSENT : retained, found.number(Column.RETAINED_COUNT, object),
                where);
            assertTrue(isStop.get(object) || retained <= reach, where);
        }
        assertEquals(0, found.keepAlive().orElseThrow().estimated());
        assertEquals(heap.objectCount(), found.keepAlive().orElseThrow().counted());
        assertEquals(added.size(), found.keepAliveNew().orElseThrow().counted());
    }

    @Test
    void countsOnlyInsideTheNewObjectsIfThatIsAllThatIsAsked() {
        RandomHeap pair = RandomHeap.ofSeed(77);
        Heap heap = Loading.load(pair.after());
        Findings found = Findings.of(heap).comparedWith(Loading.load(pair.before()), Task.UNWATCHED)
            .keepAliveNewCounts(NodeSet.all(heap.objectCount()), Task.UNWATCHED).build();
        assertFalse(found.keepAlive().isPresent());
        found.diff().orElseThrow().newObjects().forEach(object -> {
            assertEquals(Findings.ABSENT, found.number(Column.KEEPALIVE_COUNT, object));
            assertTrue(found.number(Column.KEEPALIVE_NEW_COUNT, object) > 0);
            assertEquals(0, found.number(Column.KEEPALIVE_ESTIMATED, object));
        });
    }

    @Test
    void aStopIsCountedAndNotWalkedThroughAndHeldForGood() {
        HeapDsl dsl = HeapDsl.heap().root("vm", "holder").object("holder").klass("Store").heldBy("holder")
            .object("kept").heldBy("Store").object("part").heldBy("holder");
        Heap heap = Loading.load(dsl);
        NodeSet all = NodeSet.all(heap.objectCount());
        Findings plain = Findings.of(heap).retained(Task.UNWATCHED).keepAliveCounts(all, Task.UNWATCHED).build();
        Findings stopped = Findings.of(heap).stoppingAt(WalkBarrier.of(Set.of(StopType.CLASS))).retained(Task.UNWATCHED)
            .keepAliveCounts(all, Task.UNWATCHED).build();
        int holder = find(heap, dsl, "holder");
        int store = find(heap, dsl, "Store");
        assertEquals(4, plain.number(Column.KEEPALIVE_COUNT, holder));
        assertEquals(3, stopped.number(Column.KEEPALIVE_COUNT, holder));
        assertEquals(1, stopped.number(Column.KEEPALIVE_COUNT, store));
        assertEquals(4, plain.number(Column.RETAINED_COUNT, holder));
        assertEquals(2, stopped.number(Column.RETAINED_COUNT, holder));
        assertEquals(2, stopped.number(Column.RETAINED_COUNT, store));
        assertEquals("ALL_ROOTS", stopped.text(Column.DOMINATOR, store));
    }

    private static int find(Heap heap, HeapDsl dsl, String symbol) {
        int object = 0;
        while (!heap.identity(object).equals(dsl.identity(symbol))) {
            object++;
        }
        return object;
    }

    private static WalkBarrier stops(Random random) {
        List<StopType> types = new ArrayList<>(EnumSet.allOf(StopType.class));
        types.removeIf(type -> random.nextInt(3) == 0);
        return random.nextInt(5) == 0 ? WalkBarrier.NONE : WalkBarrier.of(types);
    }

    /** Counts what is reachable and would not be without an object, where reachable stops are held for good. */
    private static long retained(Heap heap, BitSet reachable, BitSet isStop, int object) {
        if (!reachable.get(object)) {
            return 0;
        }
        BitSet rest = (BitSet) reachable.clone();
        rest.clear(object);
        BitSet held = (BitSet) isStop.clone();
        for (int root : heap.roots()) {
            held.set(root);
        }
        held.and(rest);
        return reachable.cardinality() - reached(heap, rest, new BitSet(), held.stream().toArray()).cardinality();
    }

    private static BitSet reached(Heap heap, BitSet inside, BitSet stops, int... from) {
        Graph graph = heap.references();
        BitSet reached = new BitSet();
        ArrayDeque<Integer> open = new ArrayDeque<>();
        for (int start : from) {
            reached.set(start);
            open.add(start);
        }
        while (!open.isEmpty()) {
            int object = open.remove();
            for (int i = graph.from(object); i < graph.to(object) && !stops.get(object); i++) {
                int target = graph.target(i);
                if (inside.get(target) && !reached.get(target)) {
                    reached.set(target);
                    open.add(target);
                }
            }
        }
        return reached;
    }
}
