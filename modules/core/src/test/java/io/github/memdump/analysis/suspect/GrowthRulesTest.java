package io.github.memdump.analysis.suspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.Loading;
import io.github.memdump.analysis.HeapDiff;
import io.github.memdump.analysis.Retained;
import io.github.memdump.analysis.suspect.weight.EarlierHeap;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;
import io.github.memdump.testing.HeapDsl;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What counts as growth between dumps, rule by rule. */
class GrowthRulesTest {
    private static HeapDsl container(String name) {
        return LeakyHeap.process().hash(name).ofClass("Hash").memsize(40).generation(1).heldBy("App");
    }

    private static String point(Suspect suspect, Heap heap) {
        return heap.identity(suspect.accumulationPoint());
    }

    private static Suspects of(List<HeapDsl> dumps) {
        Heap first = Loading.load(dumps.get(0));
        Heap last = Loading.load(dumps.get(dumps.size() - 1));
        List<EarlierHeap> earlier = dumps.subList(0, dumps.size() - 1).stream()
            .map(dump -> EarlierHeap.of(Loading.load(dump), Task.UNWATCHED))
            .collect(Collectors.toList());
        return Suspects.of(HeapDiff.between(first, last, Task.UNWATCHED), earlier,
            Retained.of(last, Task.UNWATCHED), SuspectOptions.OF_GROWTH, Task.UNWATCHED);
    }

    @Test
    void anOldObjectWeighsWhatItGrewBy() {
        HeapDsl before = container("numbers");
        HeapDsl after = before.then().change("numbers").memsize(50_040);
        Heap heap = Loading.load(after);
        Suspect suspect = LeakyHeap.only(LeakyHeap.of(Loading.load(before), heap));
        assertEquals(after.identity("numbers"), point(suspect, heap));
        assertEquals(SuspectShape.LARGE, suspect.shape());
        assertEquals("0 50000", suspect.growth().count() + " " + suspect.growth().size());
    }

    @Test
    void aContainerThatGrewIsNoMatterBesideWhatItHolds() {
        HeapDsl before = container("all");
        HeapDsl after = LeakyHeap.leak(before.then().change("all").memsize(4_040), "item", 100, "all", "App");
        Suspects suspects = LeakyHeap.of(Loading.load(before), Loading.load(after));
        Suspect only = LeakyHeap.only(suspects);
        assertEquals(SuspectShape.SHARED, only.shape());
        assertEquals("200 14000", only.amount().count() + " " + only.amount().size());
    }

    @Test
    void classesThatComeAgainAndAgainFromOneLineWeigh() {
        for (int line : new int[] {0, 1}) {
            HeapDsl before = container("types");
            HeapDsl after = before.then();
            for (int i = 0; i < 30; i++) {
                after.anonymousClass("type" + i).ofClass("Class").memsize(600).generation(5)
                    .allocatedAt("rows.rb", 16 + i * line, "load").heldBy("types");
            }
            Suspects suspects = LeakyHeap.of(Loading.load(before), Loading.load(after));
            assertEquals(line == 0 ? 1 : 0, suspects.list().size());
        }
    }

    @Test
    void codeThatOneRequireLoadsDoesNotWeigh() {
        for (String method : List.of("require", "eval")) {
            HeapDsl before = container("kept");
            HeapDsl after = before.then();
            for (int i = 0; i < 30; i++) {
                after.imemo("code" + i, "iseq").memsize(600).generation(5).allocatedAt("erb.rb", 944, method)
                    .heldBy("App");
            }
            Suspects suspects = LeakyHeap.of(Loading.load(before), Loading.load(after));
            assertEquals(method.equals("eval") ? 1 : 0, suspects.list().size(), method);
        }
    }

    @Test
    void literalsOfCodeThatIsLoadedAreNoSuspect() {
        HeapDsl before = container("kept");
        HeapDsl after = before.then().imemo("loaded", "iseq").memsize(600).generation(5)
            .allocatedAt("kernel.rb", 85, "require").heldBy("App");
        for (int i = 0; i < 60; i++) {
            after.string("text" + i, "literal").ofClass("String").memsize(40).generation(5)
                .allocatedAt("kernel.rb", 85, "require").heldBy("loaded");
        }
        assertEquals(List.of(), LeakyHeap.of(Loading.load(before), Loading.load(after)).list());
    }

    @Test
    void aContainerThatWasReplacedIsNoGrowth() {
        HeapDsl before = container("rows");
        LeakyHeap.leak(before, "old", 100, "rows");
        HeapDsl after = before.then().remove("rows");
        for (int i = 0; i < 100; i++) {
            after.remove("old" + i, "oldtext" + i);
        }
        after.hash("fresh").ofClass("Hash").memsize(40).generation(8).heldBy("App");
        LeakyHeap.leak(after, "new", 100, "fresh");
        Suspects suspects = LeakyHeap.of(Loading.load(before), Loading.load(after));
        assertEquals(List.of(), suspects.list());
        assertEquals(1, suspects.steady().size());
    }

    @Test
    void fewObjectsAreNoLeak() {
        HeapDsl before = container("kept");
        HeapDsl after = LeakyHeap.leak(before.then(), "item", 3, "kept");
        assertEquals(List.of(), LeakyHeap.of(Loading.load(before), Loading.load(after)).list());
    }

    @Test
    void objectsThatMovedAreOld() {
        HeapDsl before = LeakyHeap.leak(container("kept"), "item", 100, "kept");
        HeapDsl after = before.then();
        for (int i = 0; i < 100; i++) {
            after.remove("item" + i, "itemtext" + i).object("moved" + i).ofClass("Item").memsize(40).heldBy("kept")
                .refers("movedtext" + i).string("movedtext" + i, "x").ofClass("String").memsize(60);
        }
        Suspects suspects = LeakyHeap.of(Loading.load(before), Loading.load(after));
        assertEquals(0, suspects.total().count());
        assertEquals(List.of(), suspects.list());
    }

    @Test
    void aCacheThatEvictsComesUnderItsOwnHeadAndALeakDoesNot() {
        HeapDsl before = LeakyHeap.leak(container("pages"), "page", 60, "pages")
            .hash("leak").ofClass("Hash").memsize(40).generation(1).heldBy("App");
        LeakyHeap.leak(before, "old", 60, "leak");
        HeapDsl after = before.then();
        for (int i = 0; i < 40; i++) {
            after.remove("page" + i, "pagetext" + i);
        }
        LeakyHeap.leak(LeakyHeap.leak(after, "fresh", 100, "pages"), "item", 60, "leak");
        Heap heap = Loading.load(after);
        Suspects suspects = LeakyHeap.of(Loading.load(before), heap);
        Suspect leak = LeakyHeap.only(suspects);
        assertEquals(after.identity("leak"), point(leak, heap));
        assertFalse(leak.turnover().evicts());
        Suspect cache = suspects.evicting().get(0);
        assertEquals(after.identity("pages"), point(cache, heap));
        assertEquals("60 20 120", cache.turnover().before() + " " + cache.turnover().kept() + " "
            + cache.turnover().now());
    }

    @Test
    void aQueueThatFallsBehindIsASuspectThoughItGivesUpWhatItHeld() {
        HeapDsl before = LeakyHeap.process().data("jobs", "queue").ofClass("App").memsize(80).generation(1)
            .heldBy("App").array("inner").memsize(40).generation(1).heldBy("jobs");
        LeakyHeap.leak(before, "old", 60, "inner");
        HeapDsl after = before.then();
        for (int i = 0; i < 60; i++) {
            after.remove("old" + i, "oldtext" + i);
        }
        LeakyHeap.leak(after, "new", 160, "inner");
        Heap heap = Loading.load(after);
        Suspect queue = LeakyHeap.only(LeakyHeap.of(Loading.load(before), heap));
        assertEquals(after.identity("jobs"), point(queue, heap));
        assertTrue(queue.turnover().evicts());
    }

    @Test
    void overThreeDumpsTheSmallestStepIsTheGrowth() {
        HeapDsl first = container("cache").hash("leak").ofClass("Hash").memsize(40).generation(1).heldBy("App");
        HeapDsl second = LeakyHeap.leak(LeakyHeap.leak(first.then(), "page", 300, "cache"), "item", 50, "leak");
        HeapDsl third = LeakyHeap.leak(second.then(), "more", 60, "leak");
        Heap heap = Loading.load(third);
        Suspects suspects = of(List.of(first, second, third));
        Suspect leak = LeakyHeap.only(suspects);
        assertEquals(third.identity("leak"), point(leak, heap));
        assertEquals(2 * 100, leak.growth().count());
        assertEquals(220, leak.amount().count());
        assertEquals(third.identity("cache"), point(suspects.steady().get(0), heap));
    }

    @Test
    void aMethodLeadsToItsClassAndAConstantComesBeforeAClosure() {
        HeapDsl before = LeakyHeap.process().klass("View").ofClass("Class").memsize(700).heldBy("Object")
            .imemo("method", "ment").memsize(48).generation(1).heldBy("View")
            .imemo("scope", "env").memsize(80).generation(1).heldBy("global_tbl")
            .object("box").ofClass("App").memsize(40).generation(1).heldBy("method")
            .hash("kept").ofClass("Hash").memsize(40).generation(1).heldBy("scope", "box");
        HeapDsl after = LeakyHeap.leak(before.then(), "item", 100, "kept");
        Heap heap = Loading.load(after);
        Suspect suspect = LeakyHeap.only(LeakyHeap.of(Loading.load(before), heap));
        assertEquals(HolderKind.MODULE, suspect.holders().get(0).kind());
        assertEquals("View", heap.name(suspect.holders().get(0).anchor()));
    }
}
