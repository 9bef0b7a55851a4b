package io.github.memdump.cli.report.story;

import io.github.memdump.graph.BreadthFirst;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;

/** How many new objects, and how many bytes, hang on each object. 12 bytes per object of the heap. */
final class HeldCounts {
    private final int[] counts;
    private final long[] bytes;

    private HeldCounts(int objects) {
        counts = new int[objects];
        bytes = new long[objects];
    }

    /** Adds up what hangs on each border object. */
    static HeldCounts onBorder(Heap heap, NodeSet newObjects, HeldCountsByHolder attribution) {
        HeldCounts hanging = new HeldCounts(heap.objectCount());
        newObjects.forEach(object -> {
            int entry = attribution.entry(object);
            if (entry != HeldCountsByHolder.NONE) {
                hanging.add(entry, 1, heap.memsize(object));
            }
        });
        return hanging;
    }

    /** Adds up what hangs on each old object, by the border objects that it holds on shortest paths. */
    HeldCounts onHolders(BreadthFirst fromRoots) {
        HeldCounts holders = new HeldCounts(counts.length);
        for (int entry = 0; entry < counts.length; entry++) {
            if (counts[entry] > 0 && fromRoots.parent(entry) != BreadthFirst.NO_PARENT) {
                holders.add(fromRoots.parent(entry), counts[entry], bytes[entry]);
            }
        }
        return holders;
    }

    private void add(int object, int count, long size) {
        counts[object] += count;
        bytes[object] += size;
    }

    int count(int object) {
        return counts[object];
    }

    long bytes(int object) {
        return bytes[object];
    }
}
