package io.github.memdump.analysis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.Loading;
import io.github.memdump.graph.BreadthFirst;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.graph.Walk;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.RootPaths;
import io.github.memdump.subset.HeapSubset;
import io.github.memdump.subset.RootsOf;
import io.github.memdump.task.Task;
import io.github.memdump.testing.HeapDsl;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RootPathsTest {
    @Test
    void aNamedRootExplainsMoreThanTheStackThoughItIsFartherAway() {
        HeapDsl dsl = HeapDsl.heap().root("machine_context", "Shop", "local").root("vm", "Object").klass("Object")
            .refers("Shop").module("Shop").refers("kept").object("kept").object("local");
        Heap heap = Loading.load(dsl);
        Findings findings = Findings.of(heap).distances(Task.UNWATCHED).build();
        BreadthFirst paths = findings.fromRoots().orElseThrow();
        assertEquals("[vm, Object, Shop, kept]", names(heap, dsl, paths.path(id(heap, dsl, "kept"))));
        assertEquals("[machine_context, local]", names(heap, dsl, paths.path(id(heap, dsl, "local"))));
        assertEquals(2, findings.number(Column.ROOT_DISTANCE, id(heap, dsl, "Shop")));
        assertEquals(3, findings.number(Column.ROOT_DISTANCE, id(heap, dsl, "kept")));
    }

    @Test
    void whatIsWrittenAndWhatIsMergedGoesAlongTheSamePath() {
        HeapDsl dsl = HeapDsl.heap().root("machine_context", "kept").root("vm", "Object").klass("Object")
            .refers("Shop").module("Shop").refers("kept").object("kept");
        Heap heap = Loading.load(dsl);
        NodeSet kept = NodeSet.of(heap.objectCount(), id(heap, dsl, "kept"));
        int[] path = Findings.of(heap).distances(Task.UNWATCHED).build().fromRoots().orElseThrow()
            .path(id(heap, dsl, "kept"));
        assertEquals("[vm, Object, Shop, kept]", names(heap, dsl, path));
        // The stack is nearer: it is written as well, so that distances are the same in what is written.
        int[] withStack = Arrays.copyOf(path, path.length + 1);
        withStack[path.length] = heap.rootNamed("machine_context");
        assertEquals(NodeSet.of(heap.objectCount(), withStack), RootsOf.of(HeapSubset.of(heap), kept, Task.UNWATCHED)
            .objects());
    }

    @Test
    void pathsAreTheShortestFromNamedRootsAndElseFromTheStack() {
        long seed = 41;
        Random random = new Random(seed);
        for (int round = 0; round < 60; round++) {
            HeapDsl dsl = HeapDsl.heap().root("machine_context", "o" + random.nextInt(30), "o" + random.nextInt(30))
                .root("vm", "o" + random.nextInt(30)).root("global_tbl", "o" + random.nextInt(30));
            for (int i = 0; i < 30; i++) {
                dsl.object("o" + i).refers("o" + random.nextInt(30), "o" + random.nextInt(30));
            }
            Heap heap = Loading.load(dsl);
            Walk walk = Walk.over(heap.references());
            int stack = heap.rootNamed("machine_context");
            BreadthFirst paths = RootPaths.of(heap, walk, Task.UNWATCHED);
            BreadthFirst named = BreadthFirst.from(walk, Arrays.stream(heap.roots()).filter(root -> root != stack)
                .toArray(), 1, Task.UNWATCHED);
            BreadthFirst all = BreadthFirst.from(walk, heap.roots(), 1, Task.UNWATCHED);
            for (int object = 0; object < heap.objectCount(); object++) {
                assertEquals(all.isReached(object), paths.isReached(object), "seed " + seed);
                int[] path = paths.path(object);
                if (named.isReached(object)) {
                    assertArrayEquals(named.path(object), path, "seed " + seed);
                } else if (all.isReached(object)) {
                    assertEquals(stack, path[0], "seed " + seed);
                    for (int i = 1; i < path.length; i++) {
                        assertTrue(heap.references().hasEdge(path[i - 1], path[i]), "seed " + seed);
                    }
                }
                Findings findings = Findings.of(heap).distances(Task.UNWATCHED).build();
                assertEquals(all.isReached(object) ? all.distance(object) : Findings.ABSENT,
                    findings.number(Column.ROOT_DISTANCE, object), "seed " + seed);
            }
        }
    }

    private static int id(Heap heap, HeapDsl dsl, String symbol) {
        return Identities.find(heap, dsl.identity(symbol));
    }

    private static String names(Heap heap, HeapDsl dsl, int[] path) {
        return Arrays.toString(Arrays.stream(path).mapToObj(object -> heap.isRoot(object) ? heap.name(object)
            : dsl.symbols().stream().filter(symbol -> !heap.isRoot(object)
                && id(heap, dsl, symbol) == object).findFirst().orElseThrow()).toArray());
    }
}
