package io.github.memdump.graph;

import io.github.memdump.task.Task;

/** Exact numbers of reachable nodes. */
public final class ReachCounts {
    private ReachCounts() {
    }

    /** Returns how many nodes each source reaches by the walk, itself included. */
    public static int[] of(Walk walk, int[] sources, Task task) {
        int[] counts = new int[sources.length];
        for (int i = 0; i < sources.length; i++) {
            counts[i] = Reachability.from(walk, new int[] {sources[i]}, Task.UNWATCHED).size();
            task.done(1);
        }
        return counts;
    }
}
