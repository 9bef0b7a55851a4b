package io.github.memdump.analysis.suspect.weight;

import io.github.memdump.analysis.HeapDiff;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;

/**
 * Which of the objects that are new by identity were really allocated since. GC.compact moves objects, and at their new
 * address they lack the generation that tracing noted: while both dumps were traced, what is new has a generation not
 * below the last of the earlier dump. What has none was moved if at least as many objects of its class went from where
 * they were. The dump's own objects are no news.
 */
public final class FreshObjects {
    private FreshObjects() {
    }

    /** Returns the objects allocated since the earlier dump; linear time, 12 bytes a class. */
    public static NodeSet of(HeapDiff diff, EarlierHeap before) {
        Heap heap = diff.after();
        NodeSet added = diff.newOfProgram();
        if (diff.before().withGeneration() == 0) {
            return added;
        }
        int last = diff.before().lastGeneration();
        int[] untimely = new int[heap.classes().size()];
        int[] stayed = new int[untimely.length];
        for (int object = 0; object < heap.objectCount(); object++) {
            if (!diff.newObjects().contains(object)) {
                stayed[heap.classNumber(object)]++;
            } else if (heap.generation(object) < last) {
                untimely[heap.classNumber(object)]++;
            }
        }
        boolean[] isMoved = new boolean[untimely.length];
        for (int c = 0; c < isMoved.length; c++) {
            isMoved[c] = untimely[c] > 0 && before.objects(heap.classes().name(c)) - stayed[c] >= untimely[c];
        }
        return NodeSet.where(heap.objectCount(), object -> added.contains(object)
            && !(heap.generation(object) < last && isMoved[heap.classNumber(object)]));
    }
}
