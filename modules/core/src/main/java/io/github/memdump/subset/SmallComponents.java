package io.github.memdump.subset;

import io.github.memdump.array.IntList;
import io.github.memdump.graph.Graph;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.task.Task;
import java.util.Arrays;

/**
 * Takes away what hangs together in small numbers only (memdump's {@code remove_small_components}). A component is what
 * one of the {@linkplain Roots roots} of a subset reaches; what several roots reach counts for each of them and goes
 * with the first that is small. Cycles that no root reaches stay.
 */
public final class SmallComponents {
    private static final int NONE = -1;

    private final Graph references;
    private final int maxSize;
    private final int[] seenBy;
    private final IntList reached = new IntList();

    private SmallComponents(Graph references, int maxSize) {
        this.references = references;
        this.maxSize = maxSize;
        this.seenBy = new int[references.nodeCount()];
        Arrays.fill(seenBy, NONE);
    }

    /**
     * Returns the subset without the components of at most {@code maxSize} objects. Time is linear in the roots, and
     * for each of them in the references of {@code maxSize} objects at most.
     *
     * @throws io.github.memdump.task.CancelledException if the task was cancelled
     */
    public static HeapSubset removedFrom(HeapSubset subset, int maxSize, Task task) {
        SmallComponents search = new SmallComponents(subset.references(), maxSize);
        NodeSet roots = Roots.of(subset).objects();
        NodeSet.Builder small = NodeSet.builder(roots.nodeCount());
        task.phase("Finding small components", roots.size());
        for (int root = roots.nextMember(0); root >= 0; root = roots.nextMember(root + 1)) {
            if (search.isSmall(root)) {
                for (int i = 0; i < search.reached.size(); i++) {
                    small.add(search.reached.get(i));
                }
            }
            task.done(1);
        }
        return subset.without(small.build());
    }

    /** Walks breadth first, the list being the queue, until there are too many. */
    private boolean isSmall(int root) {
        reached.truncate(0);
        reached.add(root);
        seenBy[root] = root;
        for (int next = 0; next < reached.size() && reached.size() <= maxSize; next++) {
            int node = reached.get(next);
            for (int i = references.from(node); i < references.to(node) && reached.size() <= maxSize; i++) {
                int target = references.target(i);
                if (seenBy[target] != root) {
                    seenBy[target] = root;
                    reached.add(target);
                }
            }
        }
        return reached.size() <= maxSize;
    }
}
