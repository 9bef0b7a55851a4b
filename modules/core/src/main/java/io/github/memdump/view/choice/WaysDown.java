package io.github.memdump.view.choice;

import io.github.memdump.array.IntList;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.RecordTypes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Shortest ways from one object down to some others, which do not lead through classes, as these lead everywhere.
 * Looks at a bounded number of objects, for each of which it keeps some 50 bytes on the way.
 */
final class WaysDown {
    private static final int MOST_VISITED = 20_000;

    private WaysDown() {
    }

    /** Returns at most {@code most} ways, nearest ends first, each from the object itself to one of the ends. */
    static List<int[]> of(Heap heap, int from, NodeSet ends, int most) {
        List<int[]> ways = new ArrayList<>();
        Map<Integer, Integer> parents = new HashMap<>();
        IntList queue = new IntList();
        parents.put(from, -1);
        queue.add(from);
        for (int i = 0; i < queue.size() && ways.size() < most; i++) {
            int object = queue.get(i);
            if (object != from && ends.contains(object)) {
                ways.add(way(parents, object));
                continue;
            }
            for (int edge = heap.references().from(object); edge < heap.references().to(object); edge++) {
                int next = heap.references().target(edge);
                if (parents.size() < MOST_VISITED && !isClass(heap, next)
                    && parents.putIfAbsent(next, object) == null) {
                    queue.add(next);
                }
            }
        }
        return ways;
    }

    private static boolean isClass(Heap heap, int object) {
        int type = heap.type(object);
        return type == RecordTypes.CLASS || type == RecordTypes.MODULE || type == RecordTypes.ICLASS
            || type == RecordTypes.SHAPE;
    }

    private static int[] way(Map<Integer, Integer> parents, int end) {
        IntList upward = new IntList();
        for (int on = end; on >= 0; on = parents.getOrDefault(on, -1)) {
            upward.add(on);
        }
        int[] way = new int[upward.size()];
        for (int i = 0; i < way.length; i++) {
            way[i] = upward.get(upward.size() - 1 - i);
        }
        return way;
    }
}
