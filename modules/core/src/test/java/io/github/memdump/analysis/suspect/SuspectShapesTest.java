package io.github.memdump.analysis.suspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.Loading;
import io.github.memdump.heap.Heap;
import io.github.memdump.testing.HeapDsl;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SuspectShapesTest {
    @Test
    void aProcessThatOnlyHoldsRubysOwnHasNoSuspect() {
        assertEquals(List.of(), LeakyHeap.of(Loading.load(LeakyHeap.process())).list());
    }

    @Test
    void aDumpWithoutRootsHasNoSuspect() {
        assertEquals(List.of(), LeakyHeap.of(Loading.load(HeapDsl.heap().object("a").memsize(5))).list());
    }

    @Test
    void theSuspectIsTheTopmostObjectAndTheAccumulationPointWhereItSpreads() {
        HeapDsl dsl = LeakyHeap.process().object("store").ofClass("App").memsize(40).heldBy("App")
            .object("inner").ofClass("App").memsize(40).heldBy("store")
            .hash("hash").ofClass("Hash").memsize(80).heldBy("inner");
        Heap heap = Loading.load(LeakyHeap.leak(dsl, "item", 300, "hash"));
        Suspect suspect = LeakyHeap.only(LeakyHeap.of(heap));
        assertEquals(SuspectShape.CONTAINER, suspect.shape());
        assertEquals(dsl.identity("store"), heap.identity(suspect.object()));
        assertEquals(dsl.identity("hash"), heap.identity(suspect.accumulationPoint()));
        assertEquals("603 30160", suspect.retained().count() + " " + suspect.retained().size());
        assertEquals("603 30160", suspect.amount().count() + " " + suspect.amount().size());
    }

    @Test
    void twoHeavyContainersOfOneObjectAreTwoSuspects() {
        HeapDsl dsl = LeakyHeap.process().object("store").ofClass("App").memsize(40).heldBy("App")
            .hash("one").ofClass("Hash").memsize(80).heldBy("store")
            .array("other").ofClass("Array").memsize(80).heldBy("store");
        LeakyHeap.leak(LeakyHeap.leak(dsl, "a", 300, "one"), "b", 400, "other");
        Heap heap = Loading.load(dsl);
        assertEquals(List.of(dsl.identity("other"), dsl.identity("one")), LeakyHeap.of(heap).list().stream()
            .map(suspect -> heap.identity(suspect.accumulationPoint())).collect(Collectors.toList()));
    }

    @Test
    void heavyObjectsAlikeHaveGatheredInWhatHoldsThem() {
        HeapDsl dsl = LeakyHeap.process().array("array").ofClass("Array").memsize(400).heldBy("App");
        for (int i = 0; i < 12; i++) {
            dsl.object("item" + i).ofClass("Item").memsize(40).generation(7).allocatedAt("app.rb", 12, "add")
                .heldBy("array").string("text" + i, "x").ofClass("String").memsize(100_000).heldBy("item" + i);
        }
        Heap heap = Loading.load(dsl);
        Suspect suspect = LeakyHeap.only(LeakyHeap.of(heap));
        assertEquals(SuspectShape.CONTAINER, suspect.shape());
        assertEquals(dsl.identity("array"), heap.identity(suspect.object()));
        assertEquals(12, suspect.accumulated().get(0).objects());
        assertEquals("25 1200880", suspect.amount().count() + " " + suspect.amount().size());
    }

    @Test
    void oneThatStandsOutAmongHeavyObjectsIsTheSuspect() {
        HeapDsl dsl = LeakyHeap.process().array("array").ofClass("Array").memsize(400).heldBy("App");
        for (int i = 0; i < 12; i++) {
            dsl.hash("hash" + i).ofClass("Hash").memsize(40_000).generation(7).allocatedAt("app.rb", 12, "add")
                .heldBy("array");
        }
        LeakyHeap.leak(dsl, "item", 9_000, "hash7");
        Heap heap = Loading.load(dsl);
        assertTrue(LeakyHeap.of(heap).list().stream()
            .anyMatch(suspect -> dsl.identity("hash7").equals(heap.identity(suspect.accumulationPoint()))));
    }

    @Test
    void whatASingletonClassHoldsHangsOnItsObject() {
        HeapDsl dsl = LeakyHeap.process().object("logger").ofClass("Item").memsize(40).heldBy("App")
            .singletonClass("own", "logger").memsize(500).array("array").ofClass("Array").memsize(40).heldBy("own");
        Heap heap = Loading.load(LeakyHeap.leak(dsl, "item", 300, "array"));
        Suspect suspect = LeakyHeap.only(LeakyHeap.of(heap));
        assertEquals(dsl.identity("logger"), heap.identity(suspect.object()));
        assertEquals(dsl.identity("array"), heap.identity(suspect.accumulationPoint()));
        assertEquals(List.of(), LeakyHeap.of(heap.overPlainReferences()).list());
    }

    @Test
    void oneLargeObjectIsTold() {
        HeapDsl dsl = LeakyHeap.process().string("log", "x").ofClass("String").memsize(90_000_000).heldBy("App");
        Suspect suspect = LeakyHeap.only(dsl);
        assertEquals(SuspectShape.LARGE, suspect.shape());
        assertEquals(90_000_000, suspect.retained().size());
    }

    @Test
    void aListIsAChainThatBeginsAtItsHead() {
        HeapDsl dsl = LeakyHeap.process();
        for (int i = 0; i < 400; i++) {
            dsl.object("link" + i).ofClass("Item").memsize(40).heldBy(i == 0 ? "App" : "link" + (i - 1));
        }
        Heap heap = Loading.load(dsl);
        Suspect suspect = LeakyHeap.only(LeakyHeap.of(heap));
        assertEquals(SuspectShape.CHAIN, suspect.shape());
        assertEquals(dsl.identity("link0"), heap.identity(suspect.accumulationPoint()));
        assertEquals(dsl.identity("link0"), heap.identity(suspect.object()));
        assertEquals(400, suspect.amount().count());
        assertEquals(400, suspect.accumulated().get(0).retained().count());
        assertEquals(HolderKind.MODULE, suspect.holders().get(0).kind());
    }

    @Test
    void whatTwoHoldersShareIsHeldByBoth() {
        HeapDsl dsl = LeakyHeap.process().hash("sessions").ofClass("Hash").memsize(80).heldBy("App")
            .array("listeners").ofClass("Array").memsize(80).heldBy("global_tbl");
        LeakyHeap.leak(dsl, "item", 300, "sessions");
        for (int i = 0; i < 300; i++) {
            // The listener leads to the item through a closure of its own.
            dsl.data("proc" + i, "proc").ofClass("Proc").memsize(40).heldBy("listeners")
                .imemo("env" + i, "env").memsize(40).heldBy("proc" + i).refers("item" + i);
        }
        Heap heap = Loading.load(dsl);
        Suspect suspect = LeakyHeap.of(heap).list().stream().filter(s -> s.shape() == SuspectShape.SHARED)
            .findFirst().orElseThrow();
        assertEquals(600, suspect.amount().count());
        assertEquals(Set.copyOf(dsl.identities("sessions", "listeners")), suspect.holders().stream()
            .map(holder -> heap.identity(holder.object())).collect(Collectors.toSet()));
        assertEquals(Set.of(HolderKind.MODULE, HolderKind.GLOBAL), suspect.holders().stream()
            .map(SuspectHolder::kind).collect(Collectors.toSet()));
        suspect.holders().forEach(holder -> assertEquals(600, holder.kept().count()));
        assertEquals(600, suspect.together().count());
        assertEquals(30_000, suspect.together().size());
    }

    @Test
    void whatManyFinalizersKeepIsTakenTogether() {
        HeapDsl dsl = LeakyHeap.process();
        for (int i = 0; i < 300; i++) {
            dsl.array("table" + i).memsize(40).heldBy("finalizers")
                .data("proc" + i, "proc").ofClass("Proc").memsize(40).heldBy("table" + i)
                .object("kept" + i).ofClass("Item").memsize(40).heldBy("proc" + i);
        }
        Heap heap = Loading.load(dsl);
        Suspect suspect = LeakyHeap.only(LeakyHeap.of(heap));
        assertEquals("Proc", heap.className(suspect.accumulated().get(0).example()));
        assertEquals(300, suspect.accumulated().get(0).objects());
        assertEquals(600, suspect.amount().count());
        assertEquals(600, suspect.together().count());
        assertEquals(HolderKind.FINALIZER, suspect.holders().get(0).kind());
    }

    @Test
    void objectsOfAClassThatEachHaveAHolderOfTheirOwnAreNoSuspect() {
        HeapDsl dsl = LeakyHeap.process();
        for (int i = 0; i < 300; i++) {
            dsl.klass("K" + i).ofClass("Class").memsize(600).heldBy("Object")
                .hash("of" + i).ofClass("Hash").memsize(40).heldBy("K" + i, "main");
        }
        Heap shared = Loading.load(dsl);
        assertEquals(1, LeakyHeap.of(shared).list().size());
        HeapDsl apart = LeakyHeap.process();
        for (int i = 0; i < 300; i++) {
            apart.klass("K" + i).ofClass("Class").memsize(600).heldBy("Object")
                .hash("of" + i).ofClass("Hash").memsize(40).heldBy("K" + i);
        }
        assertEquals(List.of(), LeakyHeap.of(Loading.load(apart)).list());
    }

    @Test
    void theTableInsideAQueueIsPartOfTheQueue() {
        HeapDsl dsl = LeakyHeap.process().data("queue", "queue").ofClass("App").memsize(80).heldBy("App")
            .array("inner").memsize(40).heldBy("queue");
        Heap heap = Loading.load(LeakyHeap.leak(dsl, "item", 300, "inner"));
        Suspect suspect = LeakyHeap.only(LeakyHeap.of(heap));
        assertEquals(SuspectShape.CONTAINER, suspect.shape());
        assertEquals(dsl.identity("queue"), heap.identity(suspect.object()));
        assertEquals(dsl.identity("queue"), heap.identity(suspect.accumulationPoint()));
        assertEquals(HolderKind.MODULE, suspect.holders().get(0).kind());
    }

    @Test
    void threadsThatNeverEndAreOneSuspectAndTheMainThreadIsNone() {
        HeapDsl dsl = LeakyHeap.process();
        for (int i = 0; i < 3; i++) {
            dsl.data("thread" + i, "VM/thread").ofClass("Thread").memsize(1_000_000).generation(5)
                .allocatedAt("app.rb", 3, "new").heldBy("App", "global_tbl");
        }
        Suspect suspect = LeakyHeap.only(dsl);
        assertEquals(3, suspect.alike());
        assertEquals(3_000_000, suspect.amount().size());
        assertEquals(HolderKind.THREAD, suspect.holders().get(0).kind());
    }

    @Test
    void nothingRubyKeepsForItselfIsASuspect() {
        HeapDsl dsl = LeakyHeap.process().array("array").ofClass("Array").memsize(40).heldBy("App");
        Heap heap = Loading.load(LeakyHeap.leak(dsl, "item", 300, "array"));
        Suspects suspects = LeakyHeap.of(heap);
        assertTrue(suspects.total().size() < 100_000, "the tracer and the main thread's stack do not count");
        assertEquals(dsl.identity("array"), heap.identity(LeakyHeap.only(suspects).object()));
    }
}
