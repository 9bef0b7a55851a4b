package io.github.memdump.heap;

import io.github.memdump.dump.DumpException;
import io.github.memdump.dump.DumpInput;
import io.github.memdump.dump.DumpReader;
import io.github.memdump.dump.issue.DumpLimits;
import io.github.memdump.task.Task;

/** Loads dumps into memory. Immutable, thread-safe. */
public final class HeapLoader {
    private final DumpLimits limits;
    private final boolean strict;

    private HeapLoader(DumpLimits limits, boolean strict) {
        this.limits = limits;
        this.strict = strict;
    }

    /** Returns a loader with the default limits that counts damaged lines and keeps what can be read of them. */
    public static HeapLoader lenient() {
        return new HeapLoader(DumpLimits.DEFAULT, false);
    }

    /** Returns a loader with the default limits that fails at the first damaged line. */
    public static HeapLoader strict() {
        return new HeapLoader(DumpLimits.DEFAULT, true);
    }

    /** Returns this loader with other limits. */
    public HeapLoader within(DumpLimits other) {
        return new HeapLoader(other, strict);
    }

    /** Returns the limits within which it loads. */
    public DumpLimits limits() {
        return limits;
    }

    /** Returns whether it fails at the first damaged line. */
    public boolean isStrict() {
        return strict;
    }

    /**
     * Loads a dump. Time is linear in its size, on all cores; peak memory is about 40 bytes per object and 8 per
     * reference, of which {@link Heap} tells what stays.
     *
     * @throws DumpException                             if the dump cannot be read, is none, is damaged and the loader
     *                                                   strict, or goes beyond a limit
     * @throws io.github.memdump.task.CancelledException if the task is cancelled
     */
    public Heap load(DumpInput input, Task task) throws DumpException {
        HeapBuilder builder = new HeapBuilder(limits);
        DumpReader.Summary summary = new DumpReader(limits, strict).read(input, builder, task);
        return new HeapAssembly(builder).heap(input, summary, task);
    }

    /**
     * Reads of a dump only the identities of its objects: faster than {@link #load}, at peak about 14 bytes per object.
     *
     * @throws DumpException                             as {@link #load} does, but for the limit of references
     * @throws io.github.memdump.task.CancelledException if the task is cancelled
     */
    public HeapIdentities loadIdentities(DumpInput input, Task task) throws DumpException {
        HeapIdentities.Builder builder = new HeapIdentities.Builder(limits);
        DumpReader.Summary summary = new DumpReader(limits, strict).read(input, builder, task);
        return builder.identities(input, summary);
    }
}
