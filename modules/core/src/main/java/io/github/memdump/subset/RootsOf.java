package io.github.memdump.subset;

import io.github.memdump.graph.BreadthFirst;
import io.github.memdump.graph.Graph;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.task.Task;

/** What keeps objects alive (memdump's {@code roots_of}): the objects on a shortest path from a root to each. */
public final class RootsOf {
    private RootsOf() {
    }

    /**
     * Returns the objects on one shortest path to each target from the nearest of the subset's ROOT objects, both ends
     * included, and all references among them. Targets that no ROOT object reaches are left out. Linear time.
     *
     * @throws io.github.memdump.task.CancelledException if the task was cancelled
     */
    public static HeapSubset of(HeapSubset subset, NodeSet targets, Task task) {
        NodeSet.Builder found = NodeSet.builder(targets.nodeCount());
        addPaths(subset, subset.walkTurnedRound(), subset.heap().roots(), targets, found, task);
        return subset.keep(found.build());
    }

    /**
     * Returns the same with given roots: one shortest path from each of them to each target that it reaches. Linear
     * time for each root.
     *
     * @throws io.github.memdump.task.CancelledException if the task was cancelled
     */
    public static HeapSubset from(HeapSubset subset, NodeSet roots, NodeSet targets, Task task) {
        NodeSet.Builder found = NodeSet.builder(targets.nodeCount());
        Graph referrers = subset.walkTurnedRound();
        for (int root = roots.nextMember(0); root >= 0; root = roots.nextMember(root + 1)) {
            addPaths(subset, referrers, new int[] {root}, targets, found, task);
        }
        return subset.keep(found.build());
    }

    private static void addPaths(HeapSubset subset, Graph referrers, int[] starts, NodeSet targets,
        NodeSet.Builder found, Task task) {
        BreadthFirst search = BreadthFirst.from(subset.walk(), () -> referrers, starts, 1, task);
        NodeSet.Builder own = NodeSet.builder(targets.nodeCount());
        targets.forEach(target -> {
            int object = search.isReached(target) ? target : BreadthFirst.NO_PARENT;
            while (object != BreadthFirst.NO_PARENT && own.add(object)) {
                object = search.parent(object);
            }
        });
        found.addAll(own.build());
    }
}
