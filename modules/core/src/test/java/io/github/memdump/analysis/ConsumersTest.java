package io.github.memdump.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.memdump.Loading;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;
import io.github.memdump.testing.DominatorOracle;
import io.github.memdump.testing.HeapDsl;
import io.github.memdump.testing.Oracle;
import io.github.memdump.testing.RandomHeap;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsumersTest {
    @Test
    void membersBelowMembersCountOnceAndWhatSeveralShareComesOnTop() {
        HeapDsl dsl = HeapDsl.heap().root("vm", "top", "other").klass("Node").ofClass("Node").klass("Leaf")
            .object("top").ofClass("Node").memsize(100).refers("below", "shared")
            .object("below").ofClass("Node").memsize(10)
            .object("other").ofClass("Node").memsize(1).refers("shared")
            .object("shared").ofClass("Leaf").memsize(1000);
        Consumers consumers = consumers(Loading.load(dsl).overPlainReferences(), Grouping.CLASS);
        Consumers.Row nodes = row(consumers, "Node");
        assertEquals("4 111 3 111", nodes.count() + " " + nodes.memsize() + " " + nodes.retainedCount() + " "
            + nodes.retainedSize());
        Consumers.Freed freed = consumers.freedWithout(nodes, Task.UNWATCHED);
        assertEquals("4 1111", freed.count() + " " + freed.size());
    }

    @Test
    void anAllocationSiteIsFileAndLineWhateverTheMethod() {
        HeapDsl dsl = HeapDsl.heap().root("vm", "a", "b", "c", "d")
            .object("a").memsize(1).allocatedAt("app.rb", 7, "new")
            .object("b").memsize(2).allocatedAt("app.rb", 7, "call")
            .object("c").memsize(4).allocatedAt("app.rb", 8, "new")
            .object("d").memsize(8);
        Map<String, String> rows = new TreeMap<>();
        consumers(Loading.load(dsl), Grouping.SITE).rows()
            .forEach(row -> rows.put(row.key(), row.count() + " " + row.retainedSize()));
        assertEquals(Map.of("app.rb:7", "2 3", "app.rb:8", "1 4", "", "2 15"), rows);
        assertEquals(3, Histogram.of(Loading.load(dsl), Grouping.SITE).rows().size());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void agreesWithBruteForce(long seed) {
        RandomHeap random = RandomHeap.ofSeed(seed).objects(150 + (int) seed * 20).newObjects(40);
        Heap heap = Loading.load(random.after());
        Oracle oracle = Oracle.of(random.after());
        DominatorOracle tree = oracle.dominators();
        for (Grouping grouping : Grouping.values()) {
            Consumers consumers = consumers(heap, grouping);
            Map<String, Set<String>> members = new TreeMap<>();
            for (String object : oracle.objects()) {
                members.computeIfAbsent(key(oracle, grouping, object), any -> new HashSet<>()).add(object);
            }
            assertEquals(members.keySet().size(), consumers.rows().size(), random + " " + grouping);
            for (Consumers.Row row : consumers.rows()) {
                Set<String> group = members.get(row.key());
                Consumers.Freed freed = consumers.freedWithout(row, Task.UNWATCHED);
                assertEquals(expected(oracle, tree, group), List.of((long) group.size(), row.retainedCount(),
                    row.retainedSize(), freed.count(), freed.size()), random + " " + grouping + " " + row.key());
                assertEquals(group.size(), row.count(), random + " " + grouping + " " + row.key());
            }
        }
    }

    private static List<Long> expected(Oracle oracle, DominatorOracle tree, Set<String> group) {
        long count = 0;
        long size = 0;
        for (String member : group) {
            if (tree.dominators().containsKey(member) && !isBelow(tree, member, group)) {
                count += tree.retainedCounts().get(member);
                size += tree.retainedSizes().get(member);
            }
        }
        Set<String> dead = reached(oracle, Set.of());
        dead.removeAll(reached(oracle, group));
        return List.of((long) group.size(), count, size, (long) dead.size(),
            dead.stream().mapToLong(oracle::memsize).sum());
    }

    private static boolean isBelow(DominatorOracle tree, String member, Set<String> group) {
        String above = tree.dominators().get(member);
        while (above != null && !group.contains(above)) {
            above = tree.dominators().get(above);
        }
        return above != null;
    }

    private static Set<String> reached(Oracle oracle, Set<String> without) {
        Set<String> seen = new HashSet<>(oracle.roots());
        seen.removeAll(without);
        Deque<String> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            for (String next : oracle.graph().get(open.remove())) {
                if (!without.contains(next) && seen.add(next)) {
                    open.add(next);
                }
            }
        }
        return seen;
    }

    private static String key(Oracle oracle, Grouping grouping, String object) {
        String file = oracle.file(object);
        switch (grouping) {
            case CLASS:
                return oracle.className(object);
            case KIND:
                return oracle.kind(object).isEmpty() ? oracle.className(object)
                    : oracle.type(object) + " " + oracle.kind(object);
            case TYPE:
                return oracle.type(object);
            case GEM:
                return file.isEmpty() ? "" : file.contains("/gems/") ? file.split("/gems/")[1].split("/")[0]
                    : "application";
            case FILE:
                return file;
            case SITE:
                return file.isEmpty() ? "" : file + ":" + oracle.line(object);
            default:
                return oracle.generation(object);
        }
    }

    private static Consumers consumers(Heap heap, Grouping grouping) {
        return Consumers.of(heap, Retained.of(heap, Task.UNWATCHED), grouping, Task.UNWATCHED);
    }

    private static Consumers.Row row(Consumers consumers, String key) {
        List<Consumers.Row> rows = new ArrayList<>(consumers.rows());
        rows.removeIf(row -> !row.key().equals(key));
        assertEquals(1, rows.size());
        return rows.get(0);
    }
}
