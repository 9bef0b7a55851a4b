package io.github.memdump.analysis.suspect.weight;

import io.github.memdump.analysis.Retained;
import io.github.memdump.array.Saturating;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;

/** How much of what is in question each object dominates, itself included. 16 bytes per object. Immutable. */
public final class Weights {
    private static final String THREAD = "VM/thread";

    private final Heap heap;
    private final Weighing weighing;
    private final int mainThread;
    private final long[] counts;
    private final long[] sizes;
    private final Amount total;
    private final double minCount;
    private final double minSize;

    private Weights(Weighing weighing, Retained retained, double minShare, Task task) {
        this.heap = weighing.heap();
        this.weighing = weighing;
        this.mainThread = mainThread(heap);
        this.counts = retained.dominators().retainedSums(object -> weighing.counts(object) ? 1 : 0, task);
        this.sizes = retained.dominators().retainedSums(this::ownSize, task);
        long count = 0;
        long size = 0;
        for (int object = 0; object < counts.length; object++) {
            if (retained.isReachable(object)) {
                count += weighing.counts(object) ? 1 : 0;
                size = Saturating.sum(size, ownSize(object));
            }
        }
        this.total = new Amount(count, size);
        this.minCount = Math.max(1, minShare * count);
        this.minSize = Math.max(1, minShare * size);
    }

    /** Adds up over the dominator tree. */
    public static Weights of(Weighing weighing, Retained retained, double minShare, Task task) {
        return new Weights(weighing, retained, minShare, task);
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
    public boolean weighs(int object) {
        return weighing.counts(object);
    }

    /** Returns the size that counts of an object itself, in bytes. */
    public long ownSize(int object) {
        return object == mainThread ? 0 : weighing.size(object);
    }

    /** Returns whether an object dominates anything that counts. */
    public boolean isLoaded(int object) {
        return counts[object] > 0 || sizes[object] > 0;
    }

    /** Returns what an object dominates of what counts. */
    public Amount of(int object) {
        return new Amount(counts[object], sizes[object]);
    }

    public Amount total() {
        return total;
    }

    /** Returns whether an object dominates enough to be a suspect. */
    public boolean isHeavy(int object) {
        return counts[object] >= minCount || sizes[object] >= minSize;
    }

    public boolean isHeavy(Amount amount) {
        return amount.count() >= minCount || amount.size() >= minSize;
    }
}
