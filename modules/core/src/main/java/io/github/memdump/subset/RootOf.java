package io.github.memdump.subset;

import io.github.memdump.graph.Reachability;
import io.github.memdump.graph.Walk;
import io.github.memdump.task.Task;

/** Everything that holds an object, directly or not (memdump's {@code root_of}). */
public final class RootOf {
    private RootOf() {
    }

    /**
     * Returns the objects from which an object of the subset can be reached, itself included; nothing if it is not in
     * the subset. Linear time.
     *
     * @throws io.github.memdump.task.CancelledException if the task was cancelled
     */
    public static HeapSubset of(HeapSubset subset, int object, Task task) {
        Walk back = Walk.over(subset.referrers()).within(subset.objects());
        return subset.keep(Reachability.from(back, new int[] {object}, task));
    }
}
