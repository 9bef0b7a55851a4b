package io.github.memdump.analysis;

import io.github.memdump.graph.Graph;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * How many new objects are reached through old ones: from each, by its references, inside the new objects. Those of
 * most new references are counted first, and counting ends when it has taken too long; what is counted is exact. Time
 * goes with what is reached, for each object anew; 8 bytes per object of the heap on the way. Immutable.
 */
public final class HolderReach {
    /** What {@link #count} returns where nothing was counted. */
    public static final int NOT_COUNTED = -1;
    /** How many objects are visited in all before counting ends: about a second. */
    private static final long MOST_VISITED = 60_000_000;
    private static final int STEP = 1 << 16;

    private final Map<Integer, Integer> counts = new HashMap<>();

    private HolderReach() {
    }

    /**
     * Counts for old objects.
     *
     * @throws io.github.memdump.task.CancelledException if the task was cancelled
     */
    public static HolderReach of(Heap heap, NodeSet newObjects, NodeSet holders, Task task) {
        HolderReach reach = new HolderReach();
        Graph references = heap.references();
        Integer[] order = Arrays.stream(holders.toArray()).boxed().toArray(Integer[]::new);
        Map<Integer, Integer> held = new HashMap<>();
        for (int holder : order) {
            int count = 0;
            for (int i = references.from(holder); i < references.to(holder); i++) {
                count += newObjects.contains(references.target(i)) ? 1 : 0;
            }
            held.put(holder, count);
        }
        Arrays.sort(order, (one, other) -> Integer.compare(held.getOrDefault(other, 0), held.getOrDefault(one, 0)));
        if (order.length > 0) {
            reach.count(references, newObjects, order, task);
        }
        return reach;
    }

    private void count(Graph references, NodeSet newObjects, Integer[] order, Task task) {
        int[] seenBy = new int[references.nodeCount()];
        int[] queue = new int[newObjects.size()];
        long visited = 0;
        for (int turn = 0; turn < order.length && visited < MOST_VISITED; turn++) {
            int end = 0;
            int from = order[turn];
            for (int next = 0; ; next++) {
                for (int i = references.from(from); i < references.to(from); i++) {
                    int target = references.target(i);
                    if (newObjects.contains(target) && seenBy[target] != turn + 1) {
                        seenBy[target] = turn + 1;
                        queue[end++] = target;
                    }
                }
                if (next == end) {
                    break;
                }
                from = queue[next];
                if ((next & STEP - 1) == STEP - 1) {
                    task.done(0);
                }
            }
            visited += end;
            counts.put(order[turn], end);
        }
    }

    /** Returns how many new objects are reached through an old one, or {@link #NOT_COUNTED}. */
    public int count(int object) {
        return counts.getOrDefault(object, NOT_COUNTED);
    }
}
