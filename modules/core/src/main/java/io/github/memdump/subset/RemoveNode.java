package io.github.memdump.subset;

import io.github.memdump.graph.NodeSet;
import io.github.memdump.graph.Reachability;
import io.github.memdump.task.Task;

/** What would be left without an object (memdump's {@code remove_node}). */
public final class RemoveNode {
    private RemoveNode() {
    }

    /**
     * Returns what the {@linkplain Roots roots} of the subset still reach when an object is taken away: without it,
     * without what only it keeps alive, and without what no root reached before. Linear time.
     *
     * @throws io.github.memdump.task.CancelledException if the task was cancelled
     */
    public static HeapSubset from(HeapSubset subset, int object, Task task) {
        NodeSet left = subset.objects().toBuilder().remove(object).build();
        int[] roots = Roots.of(subset).objects().toArray();
        return subset.keep(Reachability.from(subset.walk().within(left), roots, task));
    }
}
