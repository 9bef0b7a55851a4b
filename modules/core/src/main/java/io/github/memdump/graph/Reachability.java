package io.github.memdump.graph;

import io.github.memdump.array.IntStack;
import io.github.memdump.task.ProgressBatch;
import io.github.memdump.task.Task;

/** What can be reached over the edges of a graph. */
public final class Reachability {
    /** Rounds through all nodes, each of which costs a look at 1 bit per node, before the rest is walked one by one. */
    private static final int ROUNDS = 32;
    private static final int WORD_SHIFT = 6;

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
        ProgressBatch steps = new ProgressBatch(task, "Finding what is reachable", walk.nodeCount());
        NodeSet.Builder reached = NodeSet.builder(walk.nodeCount());
        IntStack open = new IntStack();
        for (int start : starts) {
            if (walk.enters(start) && reached.add(start)) {
                open.push(start);
            }
            walkOn(walk, open, reached, steps);
        }
        steps.finish();
        return reached.build();
    }

    /**
     * Returns the same as {@link #from} in about a quarter of the time where much of the graph is reached: what is open
     * is met in ascending order, round by round, so that rows are read nearly one after the other. What is still open
     * after {@value #ROUNDS} rounds, as in a long chain that leads down, is walked as {@link #from} does.
     *
     * <p>Linear in the nodes and edges of the graph. Keeps 1 bit per node, on the way 1 bit more, and 4 bytes per node
     * that the rounds have left.
     *
     * @throws io.github.memdump.task.CancelledException if the task was cancelled
     */
    public static NodeSet ofMost(Walk walk, int[] starts, Task task) {
        ProgressBatch steps = new ProgressBatch(task, "Finding what is reachable", walk.nodeCount());
        NodeSet.Builder reached = NodeSet.builder(walk.nodeCount());
        long[] open = new long[(int) (((long) walk.nodeCount() + Long.SIZE - 1) / Long.SIZE)];
        for (int start : starts) {
            if (walk.enters(start) && reached.add(start)) {
                open[start >>> WORD_SHIFT] |= 1L << start;
            }
        }
        boolean isOpen = true;
        for (int round = 0; isOpen && round < ROUNDS; round++) {
            isOpen = goThrough(walk, open, reached, steps);
        }
        IntStack rest = new IntStack();
        for (int word = 0; isOpen && word < open.length; word++) {
            for (long left = open[word]; left != 0; left &= left - 1) {
                rest.push(word << WORD_SHIFT | Long.numberOfTrailingZeros(left));
            }
        }
        walkOn(walk, rest, reached, steps);
        steps.finish();
        return reached.build();
    }

    /** Goes on from all open nodes in ascending order, and returns whether it has left others open behind it. */
    private static boolean goThrough(Walk walk, long[] open, NodeSet.Builder reached, ProgressBatch steps) {
        boolean isLeft = false;
        for (int word = 0; word < open.length; word++) {
            while (open[word] != 0) {
                int node = word << WORD_SHIFT | Long.numberOfTrailingZeros(open[word]);
                open[word] &= open[word] - 1;
                int to = walk.to(node);
                for (int i = walk.from(node); i < to; i++) {
                    int target = walk.target(i);
                    if (walk.enters(target) && reached.add(target)) {
                        open[target >>> WORD_SHIFT] |= 1L << target;
                        isLeft |= target >>> WORD_SHIFT < word;
                    }
                }
                steps.add(1);
            }
        }
        return isLeft;
    }

    private static void walkOn(Walk walk, IntStack open, NodeSet.Builder reached, ProgressBatch steps) {
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
}
