package io.github.memdump.cli.report.story;

import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.OwnObjects;
import io.github.memdump.graph.BreadthFirst;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;
import java.util.Arrays;

/**
 * Divides the new objects among the border objects that they hang on: each goes to the last object of the new border
 * on its shortest path from the roots that an old object holds there. What the dump itself made is left out, with what
 * hangs on it. Linear time, 4 bytes per object of the heap and 4 per new object on the way. Not changed once made.
 */
final class HeldCountsByHolder {
    /** What {@link #entry} returns for an old object, one that no root reaches, and what hangs on the dump's own. */
    static final int NONE = -1;

    private static final int STEP = 1 << 14;

    private final int[] entries;

    private HeldCountsByHolder(int[] entries) {
        this.entries = entries;
    }

    /** Divides the new objects of findings that have a difference and distances. */
    static HeldCountsByHolder of(Findings findings, Task task) {
        Heap heap = findings.heap();
        NodeSet newObjects = findings.diff().orElseThrow().newObjects();
        OwnObjects own = findings.diff().orElseThrow().own();
        BreadthFirst fromRoots = findings.fromRoots().orElseThrow();
        int[] entries = new int[heap.objectCount()];
        Arrays.fill(entries, NONE);
        int[] byDistance = byDistance(newObjects, fromRoots);
        task.phase("Finding what new objects hang on", byDistance.length);
        for (int i = 0; i < byDistance.length; i++) {
            int parent = fromRoots.parent(byDistance[i]);
            if (parent != BreadthFirst.NO_PARENT && !own.contains(byDistance[i]) && !own.contains(parent)) {
                entries[byDistance[i]] = newObjects.contains(parent) ? entries[parent] : byDistance[i];
            }
            if ((i & STEP - 1) == STEP - 1) {
                task.done(STEP);
            }
        }
        return new HeldCountsByHolder(entries);
    }

    private static int[] byDistance(NodeSet newObjects, BreadthFirst fromRoots) {
        int[] ends = new int[fromRoots.depth() + 3];
        newObjects.forEach(object -> ends[fromRoots.distance(object) + 2]++);
        for (int d = 1; d < ends.length; d++) {
            ends[d] += ends[d - 1];
        }
        int[] sorted = new int[newObjects.size()];
        newObjects.forEach(object -> sorted[ends[fromRoots.distance(object) + 1]++] = object);
        return sorted;
    }

    /** Returns the border object that a new object hangs on, perhaps itself, or {@link #NONE}. */
    int entry(int object) {
        return entries[object];
    }
}
