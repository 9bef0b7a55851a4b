package io.github.memdump.analysis.suspect;

import io.github.memdump.analysis.Grouping;
import io.github.memdump.analysis.HeapDiff;
import io.github.memdump.analysis.Histogram;
import io.github.memdump.heap.Heap;
import java.util.Map;

/** Tells of the objects of the later of two heaps what they were in the earlier one. Immutable. */
final class Change {
    private final HeapDiff diff;
    private final EarlierHeap past;
    private final Map<String, Long> after;
    private final Map<String, Long> added;

    Change(HeapDiff diff, EarlierHeap past) {
        this.diff = diff;
        this.past = past;
        this.after = EarlierHeap.counts(Histogram.of(diff.after(), Grouping.CLASS));
        this.added = EarlierHeap.counts(Histogram.of(diff.after(), Grouping.CLASS, diff.newObjects()));
    }

    /** Returns how many objects an object referred to in the earlier heap, 0 if it is new. */
    long entriesBefore(int object) {
        int same = same(object);
        return same == Heap.NO_OBJECT ? 0 : past.entries(same);
    }

    /** Returns what an object retained in the earlier heap, nothing if it is new. */
    Amount retainedBefore(int object) {
        int same = same(object);
        return same == Heap.NO_OBJECT ? Amount.NONE : past.retained(same);
    }

    private int same(int object) {
        if (diff.newObjects().contains(object)) {
            return Heap.NO_OBJECT;
        }
        Heap heap = diff.after();
        return heap.isRoot(object) ? diff.before().rootNamed(heap.name(object))
            : diff.before().at(heap.address(object));
    }

    /** Returns the part of a class' new objects for which no old one of it went, from 0 to 1. */
    double netShare(String className) {
        long isNew = added.getOrDefault(className, 0L);
        long gone = past.objects(className) - (after.getOrDefault(className, 0L) - isNew);
        return isNew == 0 ? 0 : Math.max(0, isNew - gone) / (double) isNew;
    }
}
