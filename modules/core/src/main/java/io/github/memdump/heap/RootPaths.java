package io.github.memdump.heap;

import io.github.memdump.graph.BreadthFirst;
import io.github.memdump.graph.Graph;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.graph.Walk;
import io.github.memdump.graph.path.DisjointPaths;
import io.github.memdump.task.Task;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The path that is shown from the roots to an object, the same wherever one is shown: a shortest one from a root that
 * has a name in Ruby, such as vm or global_tbl; only where none reaches the object, one from the machine stack, which
 * refers to whatever a method has in hand while the dump is written, and so explains nothing. That is why a path may be
 * longer than {@code root_distance}, which counts from every root. Where several paths are shown, those from the stack
 * are the last too.
 */
public final class RootPaths {
    private static final Set<String> STACKS = Set.of("machine_context", "machine_stack", "stack");

    private RootPaths() {
    }

    /** Returns these paths over the objects of a walk; ROOT objects have distance 1. Linear time, 4 bytes an object. */
    public static BreadthFirst of(Heap heap, Walk walk, Task task) {
        return of(heap, walk, heap::referrers, task);
    }

    /** Returns the same where the graph of the walk is not that of all references: {@code turned} turns it round. */
    public static BreadthFirst of(Heap heap, Walk walk, Supplier<Graph> turned, Task task) {
        int[] named = Arrays.stream(heap.roots()).filter(root -> !isStack(heap, root)).toArray();
        int[] stacks = Arrays.stream(heap.roots()).filter(root -> isStack(heap, root)).toArray();
        return BreadthFirst.from(walk, turned, named, stacks, 1, task);
    }

    /** Returns paths to an object that share nothing, {@code most} of them: see {@link DisjointPaths}. */
    public static DisjointPaths disjoint(Heap heap, Walk walk, int object, int most, Task task) {
        int nodes = heap.objectCount();
        int[] stacks = Arrays.stream(heap.roots()).filter(root -> isStack(heap, root)).toArray();
        return DisjointPaths.of(walk, heap.referrers(), NodeSet.of(nodes, heap.roots()), NodeSet.of(nodes, stacks),
            object, most, task);
    }

    /** Returns whether some root is passed over by paths, so that distances have to be found out by themselves. */
    public static boolean areLonger(Heap heap) {
        return Arrays.stream(heap.roots()).anyMatch(root -> isStack(heap, root));
    }

    private static boolean isStack(Heap heap, int root) {
        return STACKS.contains(heap.name(root));
    }
}
