package io.github.memdump.analysis;

import io.github.memdump.array.CompactLongs;
import io.github.memdump.graph.Dominators;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.graph.Reachability;
import io.github.memdump.graph.Walk;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;

/**
 * The dominator tree of a heap over references, from a virtual root above all ROOT objects, and what each object
 * retains: itself and everything that would die with it. 12 bytes per object. Immutable.
 */
public final class Retained {
    private final Dominators dominators;
    private final int[] counts;
    private final CompactLongs sizes;

    private Retained(Dominators dominators, int[] counts, CompactLongs sizes) {
        this.dominators = dominators;
        this.counts = counts;
        this.sizes = sizes;
    }

    /** Computes dominators and what they retain, in nearly linear time. */
    public static Retained of(Heap heap, Task task) {
        return of(heap, WalkBarrier.NONE, task);
    }

    /** Computes dominators and what they retain where stops that the roots reach are held for good. */
    public static Retained of(Heap heap, WalkBarrier stops, Task task) {
        NodeSet roots = NodeSet.of(heap.objectCount(), heap.roots());
        if (!stops.isEmpty()) {
            NodeSet reached = Reachability.ofMost(Walk.over(heap.references()), heap.roots(), task);
            roots = roots.or(stops.in(heap).and(reached));
        }
        Dominators dominators = Dominators.of(heap.references(), heap.referrers(), roots, task);
        CompactLongs sizes = CompactLongs.of(dominators.retainedSums(heap::memsize, task));
        return new Retained(dominators, dominators.retainedCounts(task), sizes);
    }

    /** Returns the dominator tree. */
    public Dominators dominators() {
        return dominators;
    }

    /** Returns whether an object is reachable from the roots; only such objects are retained by anything. */
    public boolean isReachable(int object) {
        return dominators.dominator(object) != Dominators.UNREACHABLE;
    }

    /** Returns how many objects would die with this one, itself included; 0 if it is unreachable. */
    public int count(int object) {
        return counts[object];
    }

    /** Returns how many bytes would die with this object, its own included; 0 if it is unreachable. */
    public long size(int object) {
        return sizes.get(object);
    }
}
