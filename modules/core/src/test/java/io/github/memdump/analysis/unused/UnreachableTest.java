package io.github.memdump.analysis.unused;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.memdump.Loading;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;
import io.github.memdump.testing.HeapDsl;
import io.github.memdump.testing.Oracle;
import io.github.memdump.testing.RandomHeap;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnreachableTest {
    @Test
    void classesLiveThroughTheirInstancesAndGarbageDoesNot() {
        HeapDsl dsl = HeapDsl.heap().root("vm", "instance").klass("Held").memsize(1).refers("constant")
            .object("constant").memsize(2).object("instance").ofClass("Held").memsize(4).object("dead").memsize(8)
            .record("shape", "SHAPE").memsize(16);
        Heap heap = Loading.load(dsl);
        Unreachable found = Unreachable.of(heap, Task.UNWATCHED);
        assertEquals(Set.copyOf(dsl.identities("Held", "constant")), identities(heap, found.heldByClass()));
        assertEquals(Set.copyOf(dsl.identities("dead")), identities(heap, found.garbage()));
        assertEquals(Set.copyOf(dsl.identities("dead")), identities(heap, found.objects()));
        Unreachable plain = Unreachable.of(heap.overPlainReferences(), Task.UNWATCHED);
        assertEquals(Set.copyOf(dsl.identities("Held", "constant")), identities(heap, plain.heldByClass()));
        assertEquals(Set.copyOf(dsl.identities("Held", "constant", "dead")), identities(heap, plain.objects()));
    }

    @Test
    void headsAreWhatNoOtherGarbageRefersToAndCycles() {
        HeapDsl dsl = HeapDsl.heap().root("vm", "alive").object("alive")
            .object("single").memsize(1).refers("single", "own", "shared", "alive")
            .object("own").memsize(2)
            .object("one").memsize(4).refers("two")
            .object("two").memsize(8).refers("one", "shared", "tail")
            .object("tail").memsize(16)
            .object("shared").memsize(32);
        Heap heap = Loading.load(dsl);
        Map<String, String> heads = heads(heap, Unreachable.of(heap, Task.UNWATCHED));
        assertEquals(Map.of(dsl.identity("single"), "1 2 3", dsl.identity("one"), "2 3 28"), heads);
    }

    @Test
    void aDumpWithoutRootsIsAllGarbageButForShapes() {
        Heap heap = Loading.load(HeapDsl.heap().object("a").refers("b").object("b").record("s", "SHAPE"));
        Unreachable found = Unreachable.of(heap, Task.UNWATCHED);
        assertEquals(2, found.garbage().size());
        assertEquals(1, found.heads().size());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void agreesWithBruteForce(long seed) {
        RandomHeap random = RandomHeap.ofSeed(seed).objects(150 + (int) seed * 15).newObjects(50);
        // The random SHAPE records refer to objects, which Ruby's never do.
        String dump = random.after().text().replace("\"SHAPE\"", "\"STRUCT\"");
        Heap heap = Loading.load(dump);
        Oracle oracle = Oracle.of(dump);
        Map<String, Set<String>> withClasses = new TreeMap<>();
        oracle.graph().forEach((object, targets) -> withClasses.put(object, new HashSet<>(targets)));
        oracle.objects().forEach(object -> oracle.classObject(object).ifPresent(withClasses.get(object)::add));
        Set<String> reached = reach(oracle.overPlainReferences().graph(), oracle.roots());
        Set<String> alive = reach(withClasses, oracle.roots());
        Set<String> garbage = new HashSet<>(oracle.objects());
        garbage.removeAll(alive);
        Set<String> held = new HashSet<>(alive);
        held.removeAll(reached);
        Unreachable found = Unreachable.of(heap, Task.UNWATCHED);
        assertEquals(garbage, identities(heap, found.garbage()), random.toString());
        assertEquals(held, identities(heap, found.heldByClass()), random.toString());
        assertEquals(garbage, identities(heap, found.objects()), random.toString());
        Set<String> unreachable = new HashSet<>(oracle.objects());
        unreachable.removeAll(reached);
        Unreachable plain = Unreachable.of(heap.overPlainReferences(), Task.UNWATCHED);
        assertEquals(unreachable, identities(heap, plain.objects()), random.toString());
        Set<String> unreached = new HashSet<>(oracle.objects());
        unreached.removeAll(reach(oracle.graph(), oracle.roots()));
        assertEquals(unreached, garbage, random.toString());
        assertEquals(expectedHeads(oracle, garbage), heads(heap, found), random.toString());
    }

    /** A head reaches all garbage that reaches it; of a cycle the lowest address stands for it. */
    private static Map<String, String> expectedHeads(Oracle oracle, Set<String> garbage) {
        Map<String, Set<String>> reach = new TreeMap<>();
        for (String object : garbage) {
            Set<String> behind = reach(oracle.graph(), List.of(object));
            behind.retainAll(garbage);
            reach.put(object, behind);
        }
        Map<String, Set<String>> cycles = new TreeMap<>();
        for (String object : garbage) {
            Set<String> above = garbage.stream().filter(other -> reach.get(other).contains(object))
                .collect(Collectors.toCollection(TreeSet::new));
            if (reach.get(object).containsAll(above)) {
                cycles.put(((TreeSet<String>) above).first(), above);
            }
        }
        Map<String, String> heads = new TreeMap<>();
        cycles.forEach((head, cycle) -> {
            Set<String> only = new HashSet<>(reach.get(head));
            cycles.keySet().stream().filter(other -> !other.equals(head)).map(reach::get).forEach(only::removeAll);
            heads.put(head, cycle.size() + " " + only.size() + " "
                + only.stream().mapToLong(oracle::memsize).sum());
        });
        return heads;
    }

    private static Set<String> reach(Map<String, Set<String>> graph, Collection<String> starts) {
        Set<String> seen = new HashSet<>(starts);
        Deque<String> open = new ArrayDeque<>(starts);
        while (!open.isEmpty()) {
            graph.get(open.remove()).stream().filter(seen::add).forEach(open::add);
        }
        return seen;
    }

    private static Map<String, String> heads(Heap heap, Unreachable found) {
        Map<String, String> heads = new TreeMap<>();
        found.heads().forEach(head -> heads.put(heap.identity(head.object()),
            head.cycle() + " " + head.heldCount() + " " + head.heldSize()));
        return heads;
    }

    private static Set<String> identities(Heap heap, NodeSet objects) {
        Set<String> result = new HashSet<>();
        objects.forEach(object -> result.add(heap.identity(object)));
        return result;
    }
}
