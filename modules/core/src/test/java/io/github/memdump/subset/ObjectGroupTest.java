package io.github.memdump.subset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.Loading;
import io.github.memdump.analysis.Identities;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;
import io.github.memdump.testing.HeapDsl;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ObjectGroupTest {
    private static final HeapDsl DSL = HeapDsl.heap().root("vm", "a").object("a").memsize(1).refers("b", "c")
        .object("b").memsize(10).object("c").memsize(100).object("d").memsize(1000).heldBy("c");

    private final Heap heap = Loading.load(DSL);

    private int id(String symbol) {
        return Identities.find(heap, DSL.identity(symbol));
    }

    private NodeSet set(String... symbols) {
        NodeSet.Builder set = NodeSet.builder(heap.objectCount());
        for (String symbol : symbols) {
            set.add(id(symbol));
        }
        return set.build();
    }

    private HeapSubset grouped(HeapSubset subset, String... symbols) {
        return ObjectGroup.in(subset, "group", set(symbols), Task.UNWATCHED);
    }

    @Test
    void aGroupIsAsLargeAsItsMembersAndOthersAreNot() {
        HeapSubset subset = grouped(HeapSubset.of(heap), "b", "c");
        int group = subset.groups().get(0).object();
        assertEquals(110, subset.memsize(group));
        assertEquals(1000, subset.memsize(id("d")));
    }

    @Test
    void groupsStayAsLongAsTheirObjectDoes() {
        HeapSubset subset = grouped(HeapSubset.of(heap), "b", "c");
        int group = subset.groups().get(0).object();
        HeapSubset with = subset.keep(NodeSet.of(heap.objectCount(), group));
        assertEquals(Optional.of(subset.groups().get(0)), with.groupOf(group));
        HeapSubset without = subset.keep(set("d"));
        assertTrue(without.groups().isEmpty());
    }

    @Test
    void groupingOneLeavesTheOthersAndSwallowsThoseInside() {
        HeapSubset one = grouped(HeapSubset.of(heap), "b", "c");
        HeapSubset two = grouped(one, "a", "d");
        assertEquals(2, two.groups().size());
        HeapSubset all = grouped(two, "a", "b", "c", "d");
        assertEquals(1, all.groups().size());
        assertEquals(4, all.groups().get(0).members().size());
        assertEquals(1111, all.memsize(all.groups().get(0).object()));
    }
}
