package io.github.memdump.analysis.suspect.weight;

import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import org.jspecify.annotations.Nullable;

/**
 * What counts when suspects are looked for. Of one dump: the objects of the program. Of two dumps: the new ones among
 * them, and of the old ones the bytes by which they grew. Immutable.
 */
public final class Weighing {
    private final Heap heap;
    private final ProgramObjects objects;
    private final NodeSet fresh;
    private final @Nullable EarlierHeap past;

    private Weighing(Heap heap, ProgramObjects objects, NodeSet fresh, @Nullable EarlierHeap past) {
        this.heap = heap;
        this.objects = objects;
        this.fresh = fresh;
        this.past = past;
    }

    public static Weighing ofOne(Heap heap, ProgramObjects objects) {
        return new Weighing(heap, objects, NodeSet.all(heap.objectCount()), null);
    }

    public static Weighing ofGrowth(Heap heap, ProgramObjects objects, NodeSet fresh, EarlierHeap past) {
        return new Weighing(heap, objects, fresh, past);
    }

    Heap heap() {
        return heap;
    }

    /** Returns whether an object counts as one. */
    boolean counts(int object) {
        return fresh.contains(object) && objects.weighs(object);
    }

    /** Returns the bytes that count of an object itself. */
    long size(int object) {
        if (fresh.contains(object)) {
            return objects.weighs(object) ? heap.memsize(object) : 0;
        }
        if (past == null || !objects.weighs(object)) {
            return 0;
        }
        int before = past.same(heap, object);
        return before == Heap.NO_OBJECT ? 0 : Math.max(0, heap.memsize(object) - past.size(before));
    }
}
