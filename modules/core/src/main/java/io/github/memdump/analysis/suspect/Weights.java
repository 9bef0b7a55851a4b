package io.github.memdump.analysis.suspect;

import io.github.memdump.analysis.Retained;
import io.github.memdump.array.Saturating;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;

/** How much of what is in question each object dominates, itself included. 16 bytes per object. Immutable. */
final class Weights {
    private static final String THREAD = "VM/thread";

    private final Heap heap;
    private final NodeSet weighing;
    private final int mainThread;
    private final long[] counts;
    private final long[] sizes;
    private final Amount total;
    private final double minCount;
    private final double minSize;

    private Weights(Heap heap, Retained retained, NodeSet weighing, double minShare, Task task) {
        this.heap = heap;
        this.weighing = weighing;
        this.mainThread = mainThread(heap);
        this.counts = retained.dominators().retainedSums(object -> weighing.contains(object) ? 1 : 0, task);
        this.sizes = retained.dominators().retainedSums(this::ownSize, task);
        long count = 0;
        long size = 0;
        for (int object = 0; object < counts.length; object++) {
            if (weighing.contains(object) && retained.isReachable(object)) {
                count++;
                size = Saturating.sum(size, ownSize(object));
            }
        }
        this.total = new Amount(count, size);
        this.minCount = Math.max(1, minShare * count);
        this.minSize = Math.max(1, minShare * size);
    }

    /** Adds up over the dominator tree. */
    static Weights of(Heap heap, Retained retained, NodeSet weighing, double minShare, Task task) {
        return new Weights(heap, retained, weighing, minShare, task);
    }

    /** The main thread's size is its stack, which every process has: it holds nothing there that could leak. */
    private static int mainThread(Heap heap) {
        int main = Heap.NO_OBJECT;
        for (int object = 0; object < heap.objectCount(); object++) {
            boolean isOlder = main == Heap.NO_OBJECT || heap.generation(object) < heap.generation(main);
            if (isOlder && heap.type(object) == io.github.memdump.heap.RecordTypes.DATA
                && heap.name(object).equals(THREAD)) {
                main = object;
            }
        }
        return main;
    }

    /** Returns whether an object counts itself. */
    boolean weighs(int object) {
        return weighing.contains(object);
    }

    /** Returns the size that counts of an object itself, in bytes. */
    long ownSize(int object) {
        return !weighing.contains(object) || object == mainThread ? 0 : heap.memsize(object);
    }

    /** Returns what an object dominates of what counts. */
    Amount of(int object) {
        return new Amount(counts[object], sizes[object]);
    }

    Amount total() {
        return total;
    }

    /** Returns whether an object dominates enough to be a suspect. */
    boolean isHeavy(int object) {
        return counts[object] >= minCount || sizes[object] >= minSize;
    }

    boolean isHeavy(Amount amount) {
        return amount.count() >= minCount || amount.size() >= minSize;
    }
}
