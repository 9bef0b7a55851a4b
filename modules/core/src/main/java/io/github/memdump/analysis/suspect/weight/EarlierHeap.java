package io.github.memdump.analysis.suspect.weight;

import io.github.memdump.analysis.Grouping;
import io.github.memdump.analysis.Histogram;
import io.github.memdump.analysis.Retained;
import io.github.memdump.array.CompactLongs;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.HeapIdentities;
import io.github.memdump.task.Task;
import java.util.HashMap;
import java.util.Map;

/**
 * What is asked of an earlier heap to tell what grew: which objects it had, how large each was, what it retained and
 * how many objects it referred to; and how many there were of each class, and of each class and line. About 29 bytes
 * per object; the heap itself can be let go. Immutable.
 */
public final class EarlierHeap {
    private final HeapIdentities identities;
    private final int[] counts;
    private final CompactLongs retainedSizes;
    private final int[] entries;
    private final Map<String, Long> classes;
    private final Map<String, Long> kinds;

    private EarlierHeap(Heap before, Retained retained) {
        this.identities = before.identities();
        this.counts = new int[before.objectCount()];
        this.entries = new int[counts.length];
        long[] all = new long[counts.length];
        Entries references = new Entries(before);
        for (int object = 0; object < counts.length; object++) {
            counts[object] = retained.count(object);
            all[object] = retained.size(object);
            entries[object] = references.count(object);
        }
        this.retainedSizes = CompactLongs.of(all);
        this.classes = counts(Histogram.of(before, Grouping.CLASS));
        this.kinds = KindCounts.of(before, object -> true).byName();
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

    /**
     * Returns the id in this heap of an object of a later one by its identity, or {@link Heap#NO_OBJECT}; logarithmic
     * time.
     */
    public int same(Heap later, int object) {
        if (later.isRoot(object)) {
            return identities.rootNamed(later.name(object));
        }
        int same = identities.at(later.address(object));
        return same != Heap.NO_OBJECT && identities.generation(same) == later.generation(object) ? same
            : Heap.NO_OBJECT;
    }

    /** Returns how many objects an object referred to, in place of Ruby's tables what these refer to. */
    public long entries(int object) {
        return entries[object];
    }

    /** Returns the size of an object itself in bytes. */
    long size(int object) {
        return identities.memsize(object);
    }

    /** Returns what an object retained. */
    public Amount retained(int object) {
        return new Amount(counts[object], retainedSizes.get(object));
    }

    /** Returns how many objects of a class there were. */
    long objects(String className) {
        return classes.getOrDefault(className, 0L);
    }

    /** Returns how many objects of a kind there were, see {@link KindCounts}. */
    public long ofKind(String kind) {
        return kinds.getOrDefault(kind, 0L);
    }
}
