package io.github.memdump.analysis;

import io.github.memdump.graph.NodeSet;
import io.github.memdump.graph.Walk;
import io.github.memdump.graph.reach.ReachBudget;
import io.github.memdump.graph.reach.ReachCounts;
import io.github.memdump.heap.Heap;
import io.github.memdump.subset.HeapSubset;
import io.github.memdump.task.Task;
import java.util.Arrays;

/**
 * How many objects each of some objects keeps alive: the number reachable from it over references, itself included
 * ({@code keepalive_count} as memdump's README defines it, which is not what its code computes). Exact, unless a budget
 * was given that did not suffice; what is an estimate says so. 8 bytes per counted object, 4 where all are. Immutable.
 */
public final class KeepAlive {
    /** What {@link #count} returns for an object that was not counted. */
    public static final int NOT_COUNTED = -1;

    /** The counted objects, ascending; empty where all are. */
    private final int[] objects;
    private final ReachCounts counts;

    private KeepAlive(int[] objects, ReachCounts counts) {
        this.objects = objects;
        this.counts = counts;
    }

    /** Counts exactly, for each of the given objects, those reachable from it by walks that stay inside a set. */
    public static KeepAlive inside(Heap heap, NodeSet objects, NodeSet inside, Task task) {
        return of(Walk.over(heap.references()).within(inside), objects, ReachBudget.UNLIMITED, task);
    }

    /** Counts exactly, for each of the given objects of a subset, the objects of the subset reachable from it. */
    public static KeepAlive of(HeapSubset subset, NodeSet objects, Task task) {
        return of(subset.walk(), objects.and(subset.objects()), ReachBudget.UNLIMITED, task);
    }

    /**
     * Counts, for each of the given objects, the objects that a walk reaches from it. Those that the walk does not
     * enter are not counted.
     *
     * @param walk    where to go; see {@link WalkBarrier#walk}
     * @param objects the objects to count for, perhaps all
     * @param budget  what exact counts are worth
     * @param task    told of the steps
     * @throws io.github.memdump.task.CancelledException if the task was cancelled
     */
    public static KeepAlive of(Walk walk, NodeSet objects, ReachBudget budget, Task task) {
        NodeSet entered = NodeSet.where(objects.nodeCount(), o -> objects.contains(o) && walk.enters(o));
        ReachCounts counts = ReachCounts.within(budget, walk, entered, task);
        return new KeepAlive(entered.size() == entered.nodeCount() ? new int[0] : entered.toArray(), counts);
    }

    /** Returns the count of an object, or {@link #NOT_COUNTED}; logarithmic in the number of counted objects. */
    public int count(int object) {
        int place = place(object);
        return place < 0 ? NOT_COUNTED : counts.count(place);
    }

    /** Returns whether the count of an object is an estimate; not if it was not counted. */
    public boolean isEstimate(int object) {
        int place = place(object);
        return place >= 0 && !counts.isExact(place);
    }

    /** Returns how many objects were counted. */
    public int counted() {
        return counts.size();
    }

    /** Returns how many of the counts are estimates. */
    public int estimated() {
        return counts.estimated();
    }

    /** Returns the standard error of an estimate, relative to it; 0 if all counts are exact. */
    public double relativeError() {
        return counts.relativeError();
    }

    private int place(int object) {
        return objects.length == 0 && counts.size() > 0 ? object : Arrays.binarySearch(objects, object);
    }
}
