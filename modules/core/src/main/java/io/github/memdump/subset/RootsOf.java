package io.github.memdump.subset;

import io.github.memdump.graph.BreadthFirst;
import io.github.memdump.graph.Graph;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.RootPaths;
import io.github.memdump.task.Task;

/** What keeps objects alive (memdump's {@code roots_of}): the objects on a path from a root to each. */
public final class RootsOf {
    private RootsOf() {
    }

    /**
     * Returns the objects on one path to each target from the subset's ROOT objects, the one that is shown everywhere
     * ({@link RootPaths}), and on a shortest one where that begins at the stack, both ends included, and all references
     * among them: distances and the paths that are shown are those of the subset. Targets that no ROOT object reaches
     * are left out. Linear time.
     *
     * @throws io.github.memdump.task.CancelledException if the task was cancelled
     */
    public static HeapSubset of(HeapSubset subset, NodeSet targets, Task task) {
        NodeSet.Builder found = NodeSet.builder(targets.nodeCount());
        Graph referrers = subset.walkTurnedRound();
        addPaths(RootPaths.of(subset.heap(), subset.walk(), () -> referrers, task), targets, found);
        if (RootPaths.areLonger(subset.heap())) {
            addPaths(BreadthFirst.from(subset.walk(), () -> referrers, subset.heap().roots(), 1, task), targets, found);
        }
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
            addPaths(BreadthFirst.from(subset.walk(), () -> referrers, new int[] {root}, 1, task), targets, found);
        }
        return subset.keep(found.build());
    }

    private static void addPaths(BreadthFirst search, NodeSet targets, NodeSet.Builder found) {
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
