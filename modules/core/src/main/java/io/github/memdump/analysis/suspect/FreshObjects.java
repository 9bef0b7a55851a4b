package io.github.memdump.analysis.suspect;

import io.github.memdump.analysis.HeapDiff;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;

/**
 * Which of the objects that are new by identity were really allocated since. GC.compact moves objects, and at their new
 * address they lack the generation that tracing noted: while both dumps were traced, what is new has a generation
 * not below the last of the earlier dump, and whatever has none was there before. The dump's own objects are no news.
 */
final class FreshObjects {
    private FreshObjects() {
    }

    /** Returns the objects allocated since the earlier dump; linear time. */
    static NodeSet of(HeapDiff diff) {
        Heap heap = diff.after();
        NodeSet added = diff.newOfProgram();
        int last = diff.before().withGeneration() == 0 ? Heap.NO_GENERATION : diff.before().lastGeneration();
        NodeSet traced = NodeSet.where(heap.objectCount(),
            object -> added.contains(object) && heap.generation(object) >= last);
        boolean isStillTraced = last != Heap.NO_GENERATION && !traced.isEmpty();
        return isStillTraced ? traced : added;
    }
}
