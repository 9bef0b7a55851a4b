package io.github.memdump.analysis.suspect;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.memdump.Loading;
import io.github.memdump.heap.Heap;
import io.github.memdump.testing.HeapDsl;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class HolderKindTest {
    private static final int ITEMS = 300;

    @Test
    void whatAClassRefersToIsAConstantAClassVariableOrAClassLevelInstanceVariable() {
        holds(HolderKind.MODULE, "App", "vm Object App hash", LeakyHeap.process().hash("hash").ofClass("Hash")
            .memsize(80).heldBy("App"), "hash");
    }

    @Test
    void fieldsOfAClassThatNewerRubiesKeepApartAreTheClass() {
        holds(HolderKind.MODULE, "App", "vm Object App fields hash", LeakyHeap.process().imemo("fields", "fields")
            .memsize(40).heldBy("App").hash("hash").ofClass("Hash").memsize(80).heldBy("fields"), "hash");
    }

    @Test
    void memoisedInAnObjectOfAConstantItIsTheConstant() {
        holds(HolderKind.MODULE, "App", "vm Object App object hash", LeakyHeap.process().object("object")
            .ofClass("App").memsize(40).heldBy("App").hash("hash").ofClass("Hash").memsize(80).heldBy("object"),
            "hash");
    }

    @Test
    void globalVariables() {
        holds(HolderKind.GLOBAL, "global_tbl", "global_tbl array", LeakyHeap.process().array("array").ofClass("Array")
            .memsize(40).heldBy("global_tbl"), "array");
    }

    @Test
    void threads() {
        holds(HolderKind.THREAD, "thread", "vm Object App thread array", LeakyHeap.process().data("thread", "VM/thread")
            .ofClass("Thread").memsize(400).heldBy("App").array("array").ofClass("Array").memsize(40)
            .heldBy("thread"), "array");
    }

    @Test
    void fibers() {
        holds(HolderKind.FIBER, "fiber", "vm Object App fiber array", LeakyHeap.process().data("fiber", "fiber")
            .ofClass("Fiber").memsize(400).heldBy("App").array("array").ofClass("Array").memsize(40)
            .heldBy("fiber"), "array");
    }

    @Test
    void closuresByTheVariablesTheyCaptured() {
        holds(HolderKind.CLOSURE, "env", "vm Object App proc env hash", LeakyHeap.process().data("proc", "proc")
            .ofClass("Proc").memsize(80).heldBy("App").imemo("env", "env").memsize(80).heldBy("proc")
            .hash("hash").ofClass("Hash").memsize(80).heldBy("env"), "hash");
    }

    @Test
    void theMachineStackOnlyWhereNothingSaysMore() {
        HeapDsl dsl = LeakyHeap.process().array("array").ofClass("Array").memsize(40).heldBy("machine_context");
        holds(HolderKind.STACK, "machine_context", "machine_context array", dsl, "array");
        holds(HolderKind.GLOBAL, "global_tbl", "global_tbl array",
            LeakyHeap.process().array("array").ofClass("Array").memsize(40).heldBy("machine_context", "global_tbl"),
            "array");
    }

    @Test
    void finalizersThroughTheHiddenArrayThatKeepsThem() {
        holds(HolderKind.FINALIZER, "finalizers", "finalizers table array", LeakyHeap.process().array("table")
            .memsize(40).heldBy("finalizers").array("array").ofClass("Array").memsize(40).heldBy("table"), "array");
    }

    @Test
    void memoryOfExtensions() {
        holds(HolderKind.C_EXTENSION, "global_list", "global_list array", LeakyHeap.process().array("array")
            .ofClass("Array").memsize(40).heldBy("global_list"), "array");
    }

    private static void holds(HolderKind kind, String anchor, String path, HeapDsl dsl, String point) {
        LeakyHeap.leak(dsl, "item", ITEMS, point);
        Heap heap = Loading.load(dsl);
        Suspect suspect = LeakyHeap.only(LeakyHeap.of(heap));
        assertEquals(dsl.identity(point), heap.identity(suspect.accumulationPoint()));
        assertEquals(1, suspect.holders().size());
        SuspectHolder holder = suspect.holders().get(0);
        assertEquals(kind, holder.kind());
        assertEquals(dsl.identity(anchor), heap.identity(holder.anchor()));
        assertArrayEquals(dsl.identities(path.split(" ")).toArray(),
            Arrays.stream(holder.path()).mapToObj(heap::identity).toArray());
        assertEquals(ITEMS, suspect.accumulated().get(0).objects());
        assertEquals("Item", heap.className(suspect.accumulated().get(0).example()));
        assertEquals(2 * ITEMS, suspect.accumulated().get(0).retained().count());
        assertEquals(100 * ITEMS, suspect.accumulated().get(0).retained().size());
        assertEquals("app.rb:12", heap.sites().place(suspect.accumulated().get(0).site(0)));
    }
}
