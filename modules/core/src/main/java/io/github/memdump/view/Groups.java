package io.github.memdump.view;

import io.github.memdump.array.IntList;
import io.github.memdump.heap.Heap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Joins chosen objects of one class that hang on one object. For one step. */
final class Groups {
    private final Heap heap;
    private final ViewBuilder chosen;

    Groups(Heap heap, ViewBuilder chosen) {
        this.heap = heap;
        this.chosen = chosen;
    }

    /** Joins those of some objects that belong together, two at least; ROOT objects stay as they are. */
    void join(int[] objects) {
        Map<String, IntList> groups = new LinkedHashMap<>();
        for (int object : objects) {
            if (chosen.contains(object) && !heap.isRoot(object)) {
                groups.computeIfAbsent(chosen.parent(object) + " " + heap.className(object), any -> new IntList())
                    .add(object);
            }
        }
        for (IntList group : groups.values()) {
            if (group.size() > 1) {
                chosen.group(group.toArray());
            }
        }
    }
}
