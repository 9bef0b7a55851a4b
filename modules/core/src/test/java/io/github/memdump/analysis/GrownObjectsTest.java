package io.github.memdump.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.Loading;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;
import io.github.memdump.testing.HeapDsl;
import io.github.memdump.testing.Oracle;
import io.github.memdump.testing.RandomHeap;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GrownObjectsTest {
    private static HeapDiff diff(HeapDsl before, HeapDsl after) {
        return HeapDiff.between(Loading.load(before), Loading.load(after), Task.UNWATCHED);
    }

    @Test
    void anOldObjectThatBecameLargerCountsWithWhatItGrewBy() {
        HeapDsl before = HeapDsl.heap().root("vm", "list", "text", "less").array("list").memsize(40)
            .string("text", "x").memsize(4_000_000_000L).array("less").memsize(400);
        HeapDsl after = before.then().change("list").memsize(1_040).change("text").memsize(5_000_000_000L)
            .change("less").memsize(40).array("new").memsize(9_000).heldBy("list");
        HeapDiff diff = diff(before, after);
        Heap heap = diff.after();
        assertEquals(2, diff.grownObjects().size());
        assertEquals(1_000_001_000L, diff.grownMemsize());
        assertEquals(1_000, diff.growth(heap.at(Long.decode(after.address("list")))));
        assertEquals(0, diff.growth(heap.at(Long.decode(after.address("less")))));
        assertEquals(0, diff.growth(heap.at(Long.decode(after.address("new")))));
        assertEquals("1000", Findings.of(heap).compared(diff, Task.UNWATCHED).build().text(Column.GROWN_MEMSIZE,
            heap.at(Long.decode(after.address("list")))));
    }

    @Test
    void dumpsBetweenWhichOnlyAnOldObjectGrewAreNotTheSame() {
        HeapDsl before = HeapDsl.heap().root("vm", "list").array("list").memsize(40);
        assertTrue(diff(before, before.then()).isSame());
        assertFalse(diff(before, before.then().change("list").memsize(80)).isSame());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void agreesWithBruteForce(long seed) {
        RandomHeap random = RandomHeap.ofSeed(seed).objects(200).newObjects(40);
        HeapDsl later = random.after().then();
        Set<String> oldRoots = Oracle.of(random.after()).roots();
        int change = 0;
        for (String symbol : random.after().symbols()) {
            boolean isRoot = oldRoots.contains(symbol);
            if (change++ % 7 == seed % 7 && !isRoot) {
                later.change(symbol).memsize(40 + 40L * (change % 9));
            }
        }
        Oracle before = Oracle.of(random.after());
        Oracle after = Oracle.of(later);
        Set<String> grown = new TreeSet<>();
        long bytes = 0;
        for (String object : after.objects()) {
            if (before.objects().contains(object) && after.memsize(object) > before.memsize(object)) {
                grown.add(object);
                bytes += after.memsize(object) - before.memsize(object);
            }
        }
        HeapDiff diff = diff(random.after(), later);
        Set<String> found = new TreeSet<>();
        diff.grownObjects().forEach(object -> found.add(diff.after().identity(object)));
        assertEquals(grown, found, "seed " + seed);
        assertEquals(bytes, diff.grownMemsize(), "seed " + seed);
    }
}
