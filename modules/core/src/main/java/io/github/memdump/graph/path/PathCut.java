package io.github.memdump.graph.path;

import io.github.memdump.array.IntStack;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.task.ProgressBatch;
import io.github.memdump.task.Task;
import java.util.Arrays;
import java.util.function.IntPredicate;

/** The smallest cuts of a flow that cannot be increased. */
final class PathCut {
    private final PathFlow flow;
    private final NodeSet.Builder reached;
    private final IntStack open = new IntStack();

    private PathCut(PathFlow flow) {
        this.flow = flow;
        this.reached = NodeSet.builder(flow.nodes + flow.split.size());
    }

    /**
     * Returns the nodes on paths whose inner side is reached and whose outer side is not, or the other way round,
     * ascending.
     */
    static int[] between(PathFlow flow, IntPredicate isReached, boolean innerSide) {
        IntStack cut = new IntStack();
        for (int slot = 0; slot < flow.split.size(); slot++) {
            if (flow.split.isUsed(slot) && isReached.test(flow.split.node[slot]) == innerSide
                && isReached.test(flow.nodes + slot) != innerSide) {
                cut.push(flow.split.node[slot]);
            }
        }
        int[] sorted = cut.toArray();
        Arrays.sort(sorted);
        return sorted;
    }

    /**
     * Returns the nodes of the cut nearest to the starts: those that a further path could go on from, and not come to.
     * Linear in what the starts reach; 1 bit per node and 4 bytes per node open at once.
     */
    static int[] nearStarts(PathFlow flow, Task task) {
        PathCut cut = new PathCut(flow);
        cut.walkBack(new ProgressBatch(task, "Finding what every path goes through", flow.nodes));
        return between(flow, cut.reached::contains, false);
    }

    private void walkBack(ProgressBatch steps) {
        SplitNodes split = flow.split;
        for (int start = flow.starts.nextMember(0); start >= 0; start = flow.starts.nextMember(start + 1)) {
            if (flow.isPassable(start)) {
                markOuterSides(start);
            }
        }
        while (!open.isEmpty()) {
            int state = open.pop();
            int slot = state - flow.nodes;
            if (slot < 0) {
                markOuterSides(state);
                slot = flow.slot(state);
                if (slot != PathFlow.NONE && split.isUsed(slot)) {
                    mark(flow.nodes + slot);
                }
            } else if (!split.isUsed(slot)) {
                mark(split.node[slot]);
            } else if (!flow.starts.contains(split.next[slot])) {
                mark(split.next[slot]);
            }
            steps.add(1);
        }
        steps.finish();
    }

    /** Marks whatever could go on to a node; the target could not, or there would be one path more. */
    private void markOuterSides(int node) {
        int to = flow.walk.to(node);
        for (int i = flow.walk.from(node); i < to; i++) {
            int referred = flow.walk.target(i);
            if (referred != flow.target && !flow.starts.contains(referred) && flow.isPassable(referred)) {
                int slot = flow.slot(referred);
                mark(slot == PathFlow.NONE ? referred : flow.nodes + slot);
            }
        }
    }

    private void mark(int state) {
        if (reached.add(state)) {
            open.push(state);
        }
    }
}
