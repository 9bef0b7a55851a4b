package io.github.memdump.analysis.suspect;

import io.github.memdump.Loading;
import io.github.memdump.analysis.HeapDiff;
import io.github.memdump.analysis.Retained;
import io.github.memdump.analysis.suspect.weight.EarlierHeap;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;
import io.github.memdump.testing.HeapDsl;
import java.util.List;

/** Builds heaps that leak, as Ruby would write them, and asks for their suspects. */
final class LeakyHeap {
    private LeakyHeap() {
    }

    /** Returns a small process without a leak: classes, a symbol table, code, the tracer, the main thread. */
    static HeapDsl process() {
        HeapDsl heap = HeapDsl.heap().root("vm", "Object", "symbols", "tracer", "main", "iseq").root("global_tbl")
            .root("machine_context").root("finalizers").root("global_list")
            .klass("Class").ofClass("Class").memsize(600).klass("Object").ofClass("Class").memsize(9_000)
            .refers("Class", "String", "Array", "Hash", "Thread", "Proc", "Item", "App", "Fiber", "Binding");
        for (String name : List.of("String", "Array", "Hash", "Thread", "Proc", "Item", "App", "Fiber", "Binding")) {
            heap.klass(name).ofClass("Class").memsize(700);
        }
        heap.array("symbols").memsize(1_000).imemo("iseq", "iseq").memsize(2_000)
            .data("tracer", "ObjectTracing/allocation_info_tracer").ofClass("Object").memsize(5_000_000)
            .data("main", "VM/thread").ofClass("Thread").memsize(1_000_000).array("a").ofClass("Array").memsize(40)
            .heldBy("App");
        for (int i = 0; i < 200; i++) {
            heap.string("symbol" + i, "symbol").ofClass("String").memsize(40).heldBy("symbols");
            heap.string("literal" + i, "literal").ofClass("String").memsize(40).heldBy("iseq");
        }
        return heap;
    }

    /** Adds items, each with a string, to the references of holders. */
    static HeapDsl leak(HeapDsl heap, String prefix, int items, String... holders) {
        for (int i = 0; i < items; i++) {
            heap.object(prefix + i).ofClass("Item").memsize(40).generation(7)
                .allocatedAt("app.rb", 12, "add").heldBy(holders).refers(prefix + "text" + i)
                .string(prefix + "text" + i, "x").ofClass("String").memsize(60).generation(7);
        }
        return heap;
    }

    static Suspects of(Heap heap) {
        return Suspects.of(heap, Retained.of(heap, Task.UNWATCHED), SuspectOptions.OF_ONE_DUMP, Task.UNWATCHED);
    }

    static Suspects of(Heap before, Heap after) {
        return Suspects.of(HeapDiff.between(before, after, Task.UNWATCHED), EarlierHeap.of(before, Task.UNWATCHED),
            Retained.of(after, Task.UNWATCHED), SuspectOptions.OF_GROWTH, Task.UNWATCHED);
    }

    /** Returns the one suspect there must be. */
    static Suspect only(Suspects suspects) {
        if (suspects.list().size() != 1) {
            throw new AssertionError(suspects.list().size() + " suspects");
        }
        return suspects.list().get(0);
    }

    static Suspect only(HeapDsl dsl) {
        return only(of(Loading.load(dsl)));
    }
}
