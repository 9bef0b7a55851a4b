package io.github.memdump.analysis;

import io.github.memdump.graph.NodeSet;
import io.github.memdump.graph.Reachability;
import io.github.memdump.graph.Walk;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;

/**
 * What a set of objects retains together: what would die if all of them were gone.
 *
 * <p>That is not the sum of what each retains, which counts nested ones twice, and leaves out what two of the set
 * share.
 */
public final class RetainedTogether {
    private RetainedTogether() {
    }

    /**
     * Returns what the roots reach, and no longer reach once the objects of a set are taken away: those of the set that
     * are reachable, and everything that hangs on them alone.
     *
     * <p>Exact. Two walks, linear in objects and references; 3 bits per object, on the way 4 bytes more per object
     * reached.
     *
     * @throws io.github.memdump.task.CancelledException if the task was cancelled
     */
    public static NodeSet of(Heap heap, NodeSet objects, Task task) {
        Walk everywhere = Walk.over(heap.references());
        NodeSet alive = Reachability.from(everywhere, heap.roots(), task);
        return alive.minus(Reachability.from(everywhere.within(objects.complement()), heap.roots(), task));
    }
}
