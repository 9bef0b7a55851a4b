package io.github.memdump.analysis.suspect;

import io.github.memdump.analysis.Grouping;
import io.github.memdump.analysis.HeapDiff;
import io.github.memdump.analysis.Histogram;
import io.github.memdump.analysis.Retained;
import io.github.memdump.heap.Heap;
import java.util.HashMap;
import java.util.Map;

/** What the earlier of two dumps says of the objects of the later one. Immutable. */
final class Past {
    private final HeapDiff diff;
    private final Retained retained;
    private final Map<String, Long> before;
    private final Map<String, Long> after;
    private final Map<String, Long> added;

    Past(HeapDiff diff, Retained retained) {
        this.diff = diff;
        this.retained = retained;
        this.before = counts(Histogram.of(diff.before(), Grouping.CLASS));
        this.after = counts(Histogram.of(diff.after(), Grouping.CLASS));
        this.added = counts(Histogram.of(diff.after(), Grouping.CLASS, diff.newObjects()));
    }

    private static Map<String, Long> counts(Histogram histogram) {
        Map<String, Long> counts = new HashMap<>();
        histogram.rows().forEach(row -> counts.put(row.key(), row.count()));
        return counts;
    }

    /** Returns the same object in the earlier heap, or {@link Heap#NO_OBJECT} if it is new. */
    int same(int object) {
        if (diff.newObjects().contains(object)) {
            return Heap.NO_OBJECT;
        }
        Heap heap = diff.after();
        return heap.isRoot(object) ? diff.before().rootNamed(heap.name(object))
            : diff.before().at(heap.address(object));
    }

    /** Returns how many objects an object referred to in the earlier heap, 0 if it is new. */
    long entries(int object) {
        int same = same(object);
        return same == Heap.NO_OBJECT ? 0 : diff.before().references().outDegree(same);
    }

    /** Returns what an object retained in the earlier heap. */
    Amount retained(int object) {
        int same = same(object);
        return same == Heap.NO_OBJECT ? Amount.NONE : new Amount(retained.count(same), retained.size(same));
    }

    /** Returns the part of a class' new objects for which no old one of it went, from 0 to 1. */
    double netShare(String className) {
        long isNew = added.getOrDefault(className, 0L);
        long gone = before.getOrDefault(className, 0L) - (after.getOrDefault(className, 0L) - isNew);
        return isNew == 0 ? 0 : Math.max(0, isNew - gone) / (double) isNew;
    }
}
