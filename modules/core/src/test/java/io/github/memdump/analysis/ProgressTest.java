package io.github.memdump.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.Loading;
import io.github.memdump.analysis.merge.MergedPaths;
import io.github.memdump.analysis.merge.MergedReferrers;
import io.github.memdump.graph.BreadthFirst;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.graph.Walk;
import io.github.memdump.heap.Heap;
import io.github.memdump.subset.HeapSubset;
import io.github.memdump.subset.ObjectGroup;
import io.github.memdump.subset.ParentsOf;
import io.github.memdump.subset.SmallComponents;
import io.github.memdump.task.CancelledException;
import io.github.memdump.task.Task;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever waits for a long pass over a heap sees how far it is, and can stop it. */
class ProgressTest {
    private static final int OBJECTS = 50_000;
    /** What a phase may leave untold: less than one of its reports. */
    private static final int MOST_UNTOLD = 1 << 14;

    private static final Heap HEAP = Loading.load(manyObjects());
    private static final NodeSet ALL = NodeSet.all(HEAP.objectCount());
    private static final NodeSet EVEN = NodeSet.where(HEAP.objectCount(), object -> object % 2 == 0);

    private static final Map<String, Consumer<Task>> PASSES = new TreeMap<>(Map.of(
        "Finding the border", task -> Border.of(HEAP, EVEN, task),
        "Comparing the dumps", task -> HeapDiff.between(HEAP, HEAP, task),
        "Comparing the dumps of a row", task -> Growth.of(List.of(DumpSummary.of(HEAP), DumpSummary.of(HEAP)), HEAP,
            task),
        "Adding up references", task -> ClassGraph.of(HEAP, Grouping.TYPE, task),
        "Merging paths", task -> MergedPaths.of(HEAP, fromRoots(), ALL, task),
        "Grouping objects", task -> ObjectGroup.in(HeapSubset.of(HEAP), "even", EVEN, task),
        "Finding parents", task -> ParentsOf.objects(EVEN).in(HeapSubset.of(HEAP), task),
        "Finding small components", task -> SmallComponents.removedFrom(HeapSubset.of(HEAP), 1, task)));

    static Stream<String> passes() {
        return PASSES.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("passes")
    void aPassTellsNearlyAllOfItsStepsAndNoneTwice(String pass) {
        Watch watch = new Watch(pass);

        PASSES.get(pass).accept(watch);

        assertTrue(watch.total > 0, pass + " was announced with " + watch.total + " steps");
        assertTrue(watch.done <= watch.total, pass + ": " + watch.done + " of " + watch.total);
        assertTrue(watch.done > watch.total - MOST_UNTOLD, pass + ": " + watch.done + " of " + watch.total);
    }

    @ParameterizedTest
    @MethodSource("passes")
    void aPassEndsWhenItIsCancelled(String pass) {
        assertThrows(CancelledException.class, () -> PASSES.get(pass).accept(new Task() {
            private boolean isHere;

            @Override
            public void phase(String name, long total) {
                isHere = pass.startsWith(name);
            }

            @Override
            public void done(long steps) {
                if (isHere) {
                    throw new CancelledException();
                }
            }
        }));
    }

    @Test
    void eachExpandedGroupOfReferrersIsAStep() {
        Watch watch = new Watch("Merging referrers");
        NodeSet last = NodeSet.of(HEAP.objectCount(), HEAP.objectCount() - 1);

        MergedReferrers tree = MergedReferrers.of(HEAP, Walk.over(HEAP.referrers()), last, 9, watch);

        assertEquals(MergedReferrers.MOST_EXPANDED, watch.total);
        assertEquals(tree.size(), watch.done);
    }

    private static BreadthFirst fromRoots() {
        return BreadthFirst.from(Walk.over(HEAP.references()), HEAP::referrers, HEAP.roots(), 1, Task.UNWATCHED);
    }

    /** One root that holds three of four objects; nothing holds the others. */
    private static String manyObjects() {
        StringBuilder root = new StringBuilder("{\"type\":\"ROOT\", \"root\":\"vm\", \"references\":[");
        StringBuilder objects = new StringBuilder();
        for (int i = 0; i < OBJECTS; i++) {
            String address = "\"0x" + Integer.toHexString(0x10000 + i * 40) + '"';
            if (i % 4 > 0) {
                root.append(root.charAt(root.length() - 1) == '[' ? "" : ", ").append(address);
            }
            objects.append("{\"address\":").append(address).append(", \"type\":\"OBJECT\", \"memsize\":40}\n");
        }
        return root + "]}\n" + objects;
    }

    /** Counts what is told of one phase. */
    private static final class Watch implements Task {
        private final String pass;
        private boolean isHere;
        private long total;
        private long done;

        Watch(String pass) {
            this.pass = pass;
        }

        @Override
        public void phase(String name, long steps) {
            isHere = pass.startsWith(name);
            total = isHere ? steps : total;
        }

        @Override
        public void done(long steps) {
            done += isHere ? steps : 0;
        }
    }
}
