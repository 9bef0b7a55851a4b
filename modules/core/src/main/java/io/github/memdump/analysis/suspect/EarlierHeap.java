package io.github.memdump.analysis.suspect;

import io.github.memdump.analysis.Grouping;
import io.github.memdump.analysis.Histogram;
import io.github.memdump.analysis.Retained;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;
import java.util.HashMap;
import java.util.Map;

/**
 * What is asked of the earlier of two heaps to tell what grew: what each object retained and how many objects it
 * referred to, and the classes. 16 bytes per object; the heap itself can be let go. Immutable.
 */
public final class EarlierHeap {
    private final int[] counts;
    private final long[] sizes;
    private final int[] entries;
    private final Map<String, Long> classes;

    private EarlierHeap(Heap before, Retained retained) {
        this.counts = new int[before.objectCount()];
        this.sizes = new long[counts.length];
        this.entries = new int[counts.length];
        for (int object = 0; object < counts.length; object++) {
            counts[object] = retained.count(object);
            sizes[object] = retained.size(object);
            entries[object] = before.references().outDegree(object);
        }
        this.classes = counts(Histogram.of(before, Grouping.CLASS));
    }

    /**
     * Looks at the earlier heap; about the time of its dominators.
     *
     * @throws io.github.memdump.task.CancelledException if the task was cancelled
     */
    public static EarlierHeap of(Heap before, Task task) {
        return new EarlierHeap(before, Retained.of(before, task));
    }

    /** Returns the numbers of objects by key. */
    static Map<String, Long> counts(Histogram histogram) {
        Map<String, Long> counts = new HashMap<>();
        histogram.rows().forEach(row -> counts.put(row.key(), row.count()));
        return counts;
    }

    /** Returns how many objects an object of the earlier heap referred to. */
    long entries(int object) {
        return entries[object];
    }

    /** Returns what an object of the earlier heap retained. */
    Amount retained(int object) {
        return new Amount(counts[object], sizes[object]);
    }

    /** Returns how many objects of a class there were. */
    long objects(String className) {
        return classes.getOrDefault(className, 0L);
    }
}
