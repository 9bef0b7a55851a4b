package io.github.memdump.analysis;

import io.github.memdump.graph.NodeSet;
import io.github.memdump.graph.ReachCounts;
import io.github.memdump.graph.Walk;
import io.github.memdump.heap.Heap;
import io.github.memdump.subset.HeapSubset;
import io.github.memdump.task.Task;
import java.util.Arrays;

/**
 * How many objects each of some objects keeps alive: the exact number reachable from it over references, itself
 * included ({@code keepalive_count} as memdump's README defines it, which is not what its code computes). 8 bytes per
 * counted object. Immutable.
 */
public final class KeepAlive {
    /** What {@link #count} returns for an object that was not counted. */
    public static final int NOT_COUNTED = -1;

    private final int[] objects;
    private final int[] counts;

    private KeepAlive(int[] objects, int[] counts) {
        this.objects = objects;
        this.counts = counts;
    }

    /** Counts, for each of the given objects, all objects reachable from it. */
    public static KeepAlive of(Heap heap, NodeSet objects, Task task) {
        return counted(Walk.over(heap.references()), objects, task);
    }

    /** Counts, for each of the given objects, the objects reachable from it by walks that stay inside a set. */
    public static KeepAlive inside(Heap heap, NodeSet objects, NodeSet inside, Task task) {
        return counted(Walk.over(heap.references()).within(inside), objects.and(inside), task);
    }

    /** Counts, for each of the given objects of a subset, the objects of the subset reachable from it. */
    public static KeepAlive of(HeapSubset subset, NodeSet objects, Task task) {
        return counted(subset.walk(), objects.and(subset.objects()), task);
    }

    private static KeepAlive counted(Walk walk, NodeSet objects, Task task) {
        int[] sources = objects.toArray();
        return new KeepAlive(sources, ReachCounts.of(walk, sources, task));
    }

    /** Returns the count of an object, or {@link #NOT_COUNTED}; logarithmic in the number of counted objects. */
    public int count(int object) {
        int place = Arrays.binarySearch(objects, object);
        return place < 0 ? NOT_COUNTED : counts[place];
    }
}
