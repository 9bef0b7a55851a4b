package io.github.memdump.subset;

import io.github.memdump.graph.BreadthFirst;
import io.github.memdump.task.Task;

/** What an object holds, directly or not (memdump's {@code subgraph_of}). */
public final class SubgraphOf {
    private SubgraphOf() {
    }

    /**
     * Returns the objects that can be reached from an object of the subset over at most so many references, itself
     * included; nothing if it is not in the subset. Linear time.
     *
     * @param maxDepth 0 for the object alone, {@link Integer#MAX_VALUE} for no limit
     * @throws io.github.memdump.task.CancelledException if the task was cancelled
     */
    public static HeapSubset of(HeapSubset subset, int object, int maxDepth, Task task) {
        BreadthFirst search = BreadthFirst.from(subset.walk(), new int[] {object}, 0, task);
        return subset.keep(reached -> search.isReached(reached) && search.distance(reached) <= maxDepth);
    }
}
