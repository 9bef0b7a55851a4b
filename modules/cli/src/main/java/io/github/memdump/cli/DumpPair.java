package io.github.memdump.cli;

import io.github.memdump.analysis.HeapDiff;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.HeapIdentities;
import io.github.memdump.task.Task;
import java.util.Optional;

/** Two dumps of one process, and what speaks against their being that. Immutable. */
public final class DumpPair {
    private static final int FEW = 100;

    private final HeapIdentities before;
    private final Heap after;

    /** Makes the pair. */
    public DumpPair(HeapIdentities before, Heap after) {
        this.before = before;
        this.after = after.namedBy(before);
    }

    /** Returns the heap of the later dump. */
    public Heap after() {
        return after;
    }

    /** Returns whether nothing came and nothing went between the dumps. */
    public static boolean same(HeapDiff diff) {
        return diff.newObjects().isEmpty() && diff.goneObjects() == 0;
    }

    /** Compares the dumps and warns if they seem to be in the wrong order, or of different processes. */
    public HeapDiff compare(Warnings warnings, Task task) {
        HeapDiff diff = HeapDiff.between(before, after, task);
        doubt(diff, "Give the earlier dump first.").ifPresent(warnings::add);
        return diff;
    }

    /**
     * Returns the sentence that says that two dumps seem to be in the wrong order, for which there is advice,
     * or of different processes.
     */
    public static Optional<String> doubt(HeapDiff diff, String order) {
        String before = diff.before().dumpName();
        String after = diff.after().facts().dumpName();
        if (seemSwapped(diff)) {
            return Optional.of("the dumps seem to be in the wrong order: " + before + " looks later than " + after
                + ". " + order);
        }
        return seemUnrelated(diff) ? Optional.of("the dumps have hardly an object in common: " + before + " and "
            + after + " seem to be of different processes. Compare two dumps of one process.") : Optional.empty();
    }

    private static boolean seemSwapped(HeapDiff diff) {
        int lastBefore = diff.before().lastGeneration();
        int lastAfter = diff.after().identities().lastGeneration();
        if (lastBefore != lastAfter && lastBefore != Heap.NO_GENERATION && lastAfter != Heap.NO_GENERATION) {
            return lastAfter < lastBefore;
        }
        // Tracing that was on before is seldom off later.
        boolean tracingLost = lastBefore != Heap.NO_GENERATION && lastAfter == Heap.NO_GENERATION;
        long gone = diff.goneObjects();
        return gone > FEW && gone / 4 > diff.newObjects().size() || tracingLost && gone > diff.newObjects().size();
    }

    /** Whatever is older than the earlier dump ought to be in it; a dump made with since: has nothing so old. */
    private static boolean seemUnrelated(HeapDiff diff) {
        Heap heap = diff.after();
        int lastBefore = diff.before().lastGeneration();
        long old = 0;
        long known = 0;
        for (int object = 0; object < heap.objectCount(); object++) {
            int generation = heap.generation(object);
            if (!heap.isRoot(object) && (generation == Heap.NO_GENERATION || generation < lastBefore)) {
                old++;
                known += diff.newObjects().contains(object) ? 0 : 1;
            }
        }
        return old > FEW && known * 10 < old;
    }
}
