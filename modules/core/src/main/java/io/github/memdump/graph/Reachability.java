package io.github.memdump.graph;

import io.github.memdump.task.Task;

/** What can be reached over the edges of a graph. */
public final class Reachability {
    private Reachability() {
    }

    /**
     * Returns the nodes that a walk reaches from the starts, the starts themselves included.
     *
     * <p>Linear in the nodes and edges reached. Keeps 1 bit per node of the graph; on the way up to 4 bytes more per
     * node reached.
     *
     * @param walk   where to go
     * @param starts where to begin, in any order; those that the walk does not enter are ignored
     * @param task   told of each node reached
     * @throws io.github.memdump.task.CancelledException if the task was cancelled
     */
    public static NodeSet from(Walk walk, int[] starts, Task task) {
        Steps steps = new Steps(task, "Finding what is reachable", walk.nodeCount());
        NodeSet.Builder reached = NodeSet.builder(walk.nodeCount());
        IntStack open = new IntStack();
        for (int start : starts) {
            if (walk.enters(start) && reached.add(start)) {
                open.push(start);
            }
            while (!open.isEmpty()) {
                int node = open.pop();
                int to = walk.to(node);
                for (int i = walk.from(node); i < to; i++) {
                    int target = walk.target(i);
                    if (walk.enters(target) && reached.add(target)) {
                        open.push(target);
                    }
                }
                steps.add(1);
            }
        }
        steps.finish();
        return reached.build();
    }
}
