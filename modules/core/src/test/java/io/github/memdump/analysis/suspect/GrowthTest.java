package io.github.memdump.analysis.suspect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.memdump.Loading;
import io.github.memdump.heap.Heap;
import io.github.memdump.testing.HeapDsl;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class GrowthTest {
    @Test
    void onlyWhatIsNewCountsAndWhatGrewMostComesFirst() {
        HeapDsl before = LeakyHeap.process().array("old").ofClass("Array").memsize(40).generation(1).heldBy("App")
            .hash("leak").ofClass("Hash").memsize(40).generation(1).heldBy("App")
            .array("slow").ofClass("Array").memsize(40).generation(1).heldBy("global_tbl");
        LeakyHeap.leak(LeakyHeap.leak(before, "old", 500, "old"), "first", 20, "leak");
        HeapDsl after = before.then();
        LeakyHeap.leak(LeakyHeap.leak(after, "more", 300, "leak"), "few", 100, "slow");
        Heap heap = Loading.load(after);
        Suspects suspects = LeakyHeap.of(Loading.load(before), heap);
        assertEquals(after.identities("leak", "slow"), suspects.list().stream()
            .map(suspect -> heap.identity(suspect.accumulationPoint())).collect(Collectors.toList()));
        Suspect leak = suspects.list().get(0);
        assertEquals("600 30000", leak.amount().count() + " " + leak.amount().size());
        assertEquals("600 30000", leak.growth().count() + " " + leak.growth().size());
        assertEquals("41 2040", leak.retainedBefore().count() + " " + leak.retainedBefore().size());
        assertEquals("641 32040", leak.retained().count() + " " + leak.retained().size());
        assertEquals("20 320", leak.holders().get(0).entriesBefore() + " " + leak.holders().get(0).entries());
        assertEquals(0.75, leak.share());
        assertEquals("800 40000", suspects.total().count() + " " + suspects.total().size());
    }

    @Test
    void aCacheThatReplacesWhatItHoldsIsNoSuspect() {
        HeapDsl before = LeakyHeap.process().hash("pages").ofClass("Hash").memsize(40).generation(1).heldBy("App")
            .hash("leak").ofClass("Hash").memsize(40).generation(1).heldBy("App");
        LeakyHeap.leak(before, "page", 100, "pages");
        HeapDsl after = before.then();
        for (int i = 0; i < 100; i++) {
            after.remove("page" + i, "pagetext" + i);
        }
        LeakyHeap.leak(LeakyHeap.leak(after, "fresh", 100, "pages"), "item", 50, "leak");
        Heap heap = Loading.load(after);
        Suspects suspects = LeakyHeap.of(Loading.load(before), heap);
        assertEquals(after.identity("leak"), heap.identity(LeakyHeap.only(suspects).accumulationPoint()));
        assertEquals(after.identities("pages"), suspects.steady().stream()
            .map(suspect -> heap.identity(suspect.accumulationPoint())).collect(Collectors.toList()));
    }

    @Test
    void newObjectsInManyOldOnesAreToldByWhatGathersAndTheOldOnesTogether() {
        HeapDsl before = LeakyHeap.process().array("users").ofClass("Array").memsize(40).generation(1)
            .heldBy("machine_context");
        for (int i = 0; i < 100; i++) {
            before.object("user" + i).ofClass("App").memsize(40).generation(1).heldBy("users", "global_tbl")
                .array("list" + i).ofClass("Array").memsize(40).generation(1).heldBy("user" + i);
        }
        HeapDsl after = before.then();
        for (int i = 0; i < 100; i++) {
            LeakyHeap.leak(after, "of" + i + "n", 6, "list" + i);
        }
        Heap heap = Loading.load(after);
        Suspect suspect = LeakyHeap.only(LeakyHeap.of(Loading.load(before), heap));
        assertEquals(SuspectShape.SHARED, suspect.shape());
        assertEquals("Item", heap.className(suspect.accumulated().get(0).example()));
        assertEquals(600, suspect.accumulated().get(0).objects());
        assertEquals(1, suspect.holders().size());
        assertEquals(100, suspect.holders().get(0).objects());
        assertEquals("Array", heap.className(suspect.holders().get(0).object()));
        assertEquals(1200, suspect.together().count());
    }

    @Test
    void theSameDumpTwiceHasNoSuspect() {
        Heap heap = Loading.load(LeakyHeap.leak(LeakyHeap.process(), "item", 300, "App"));
        assertEquals(List.of(), LeakyHeap.of(heap, heap).list());
    }
}
