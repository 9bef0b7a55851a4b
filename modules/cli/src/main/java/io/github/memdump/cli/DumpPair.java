package io.github.memdump.cli;

import io.github.memdump.analysis.HeapDiff;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.HeapIdentities;
import io.github.memdump.investigation.Doubt;
import io.github.memdump.task.Task;

/** Two dumps of one process in the order in which they were made, as far as they say it. Immutable. */
public final class DumpPair {
    private final HeapIdentities before;
    private final Heap after;
    private final String laterName;

    /** Makes the pair; {@code laterName} is what the later dump is called on the command line. */
    DumpPair(HeapIdentities before, Heap after, String laterName) {
        this.before = before;
        this.after = after.namedBy(before);
        this.laterName = laterName;
    }

    /** Returns the heap of the later dump. */
    public Heap after() {
        return after;
    }

    /** Returns what the later dump is called on the command line, to read it once more. */
    public String laterName() {
        return laterName;
    }

    /** Compares the dumps and warns of what speaks against comparing them. */
    public HeapDiff compare(Warnings warnings, Task task) {
        HeapDiff diff = HeapDiff.between(before, after, task);
        Doubt.of(diff).forEach(doubt -> warnings.add(DoubtWords.of(doubt, diff)));
        return diff;
    }
}
