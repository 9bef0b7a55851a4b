package io.github.memdump.gephi.window.dominators;

import io.github.memdump.analysis.OwnObjects;
import io.github.memdump.analysis.Retained;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;
import java.util.function.ToLongFunction;

/**
 * Areas of a map that stand for the bytes of the new objects that nodes retain, without what the dump and the tracer
 * made themselves. Counted when first asked for, in linear time; 8 bytes for each object; thread-safe.
 */
final class NewWeights implements ToLongFunction<Integer> {
    private final Branches branches;
    private final Heap heap;
    private final Retained retained;
    private final NodeSet newObjects;
    private long[] sums;

    /** Prepares the weights of a tree. */
    NewWeights(Branches branches, Heap heap, Retained retained, NodeSet newObjects) {
        this.branches = branches;
        this.heap = heap;
        this.retained = retained;
        this.newObjects = newObjects;
    }

    @Override
    public synchronized long applyAsLong(Integer node) {
        if (sums == null) {
            OwnObjects own = OwnObjects.of(heap);
            sums = retained.dominators().retainedSums(object -> newObjects.contains(object) && !own.contains(object)
                ? heap.memsize(object) : 0, Task.UNWATCHED);
        }
        long sum = 0;
        for (int member : node < branches.root() ? new int[] {node} : branches.children(node)) {
            sum += member < branches.root() ? sums[member] : applyAsLong(member);
        }
        return sum;
    }
}
