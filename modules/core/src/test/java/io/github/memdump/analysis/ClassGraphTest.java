package io.github.memdump.analysis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.Loading;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;
import io.github.memdump.testing.HeapDsl;
import io.github.memdump.testing.RandomHeap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClassGraphTest {
    private static final HeapDsl SHOP = HeapDsl.heap().klass("Cart").klass("Item").root("vm", "c1", "c2")
        .object("c1").ofClass("Cart").memsize(100).allocatedAt("shop.rb", 3, "new")
        .object("c2").ofClass("Cart").memsize(100).allocatedAt("shop.rb", 3, "new")
        .object("i1").ofClass("Item").memsize(40).heldBy("c1", "c2").allocatedAt("shop.rb", 7, "new")
        .object("i2").ofClass("Item").memsize(30).heldBy("c1", "i1").allocatedAt("shop.rb", 8, "new");

    @Test
    void addsUpReferencesAndTheObjectsTheyGoTo() {
        ClassGraph graph = ClassGraph.of(Loading.load(SHOP).overPlainReferences(), Grouping.CLASS, Task.UNWATCHED);

        assertEquals("Cart", graph.key(0));
        assertEquals(2, graph.objects(0));
        assertEquals(200, graph.memsize(0));
        assertEquals("Item", graph.key(1));
        int[] edges = graph.edges(2, 1);
        assertEquals(2, edges.length);
        assertEquals("0 1 3 2 70", edge(graph, edges[0]));
        assertEquals("1 1 1 1 30", edge(graph, edges[1]));
        assertEquals(3, graph.edgeCount());
    }

    @Test
    void joinsWhatWasAllocatedAtOneLine() {
        ClassGraph graph = ClassGraph.of(Loading.load(SHOP).overPlainReferences(), Grouping.SITE, Task.UNWATCHED);

        assertEquals("shop.rb:3", graph.key(0));
        assertEquals("shop.rb:7", graph.key(1));
        assertEquals("shop.rb:8", graph.key(2));
        assertEquals("", graph.key(3));
        assertEquals("0 1 2 1 40", edge(graph, graph.edges(2, 2)[0]));
    }

    @Test
    void leavesOutLightEdgesAndSmallNodes() {
        ClassGraph graph = ClassGraph.of(Loading.load(SHOP).overPlainReferences(), Grouping.CLASS, Task.UNWATCHED);

        assertEquals(1, graph.edges(Integer.MAX_VALUE, 3).length);
        assertArrayEquals(new int[0], graph.edges(1, 1));
        assertEquals(3, graph.edges(Integer.MAX_VALUE, 0).length);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void agreesWithMapsOfEveryReference(long seed) {
        RandomHeap pair = RandomHeap.ofSeed(seed);
        Heap heap = Loading.load(pair.after());
        Random random = new Random(seed);
        Grouping grouping = Grouping.values()[random.nextInt(Grouping.values().length)];
        NodeSet objects = random.nextBoolean() ? NodeSet.all(heap.objectCount())
            : NodeSet.where(heap.objectCount(), object -> random.nextInt(4) > 0);
        Map<String, Long> references = new HashMap<>();
        Map<String, Set<Integer>> held = new HashMap<>();
        objects.forEach(object -> {
            for (int i = heap.references().from(object); i < heap.references().to(object); i++) {
                int target = heap.references().target(i);
                if (objects.contains(target)) {
                    String ends = grouping.key(heap, object) + " → " + grouping.key(heap, target);
                    references.merge(ends, 1L, Long::sum);
                    held.computeIfAbsent(ends, e -> new HashSet<>()).add(target);
                }
            }
        });

        ClassGraph graph = ClassGraph.of(heap, grouping, objects, Task.UNWATCHED);

        String name = pair + " by " + grouping;
        assertEquals(references.size(), graph.edgeCount(), name);
        long last = Long.MAX_VALUE;
        for (int edge : graph.edges(Integer.MAX_VALUE, 0)) {
            String ends = graph.key(graph.source(edge)) + " → " + graph.key(graph.target(edge));
            assertEquals(references.get(ends), graph.references(edge), name + " " + ends);
            assertEquals(held.get(ends).size(), graph.held(edge), name + " " + ends);
            assertEquals(held.get(ends).stream().mapToLong(heap::memsize).sum(), graph.heldMemsize(edge), name);
            assertTrue(graph.references(edge) <= last, name);
            last = graph.references(edge);
        }
        Map<String, Histogram.Row> rows = new HashMap<>();
        Histogram.of(heap, grouping, objects).rows().forEach(row -> rows.put(row.key(), row));
        assertEquals(rows.size(), graph.size(), name);
        for (int node = 0; node < graph.size(); node++) {
            assertEquals(rows.get(graph.key(node)).count(), graph.objects(node), name);
            assertEquals(rows.get(graph.key(node)).memsize(), graph.memsize(node), name);
            assertTrue(node == 0 || graph.memsize(node - 1) >= graph.memsize(node), name);
        }
    }

    private static String edge(ClassGraph graph, int edge) {
        return graph.source(edge) + " " + graph.target(edge) + " " + graph.references(edge) + " " + graph.held(edge)
            + " " + graph.heldMemsize(edge);
    }
}
