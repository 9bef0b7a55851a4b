package io.github.memdump.dump;

import io.github.memdump.task.CancelledException;
import io.github.memdump.task.Parallel;
import io.github.memdump.task.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.function.IntToLongFunction;

/**
 * Reads single records of a dump once more, by where they begin. A few records of a plain file are read where they
 * stand, at about 16 KiB each; many, and those of a gzip file, in one pass that ends behind the last of them, on all
 * cores. Immutable, thread-safe: each reading opens the file for itself.
 */
public final class RecordSource {
    /** Whoever found the records kept to limits; here there are none, so that whatever was found is found again. */
    static final DumpLimits WIDE = DumpLimits.DEFAULT.with(Limit.LINE_BYTES, Limit.LINE_BYTES.most())
        .with(Limit.NESTING, Limit.NESTING.most());

    private static final int BLOCK_BYTES = 4 << 20;
    /** One pass over so many bytes costs about as much as looking for one record. */
    private static final int BYTES_WORTH_A_SEEK = 1 << 16;

    private final DumpInput input;
    private final FileState state;
    private final int threads;
    private final int blockBytes;
    private final DumpLimits limits;

    private RecordSource(DumpInput input, FileState state, int threads, int blockBytes, DumpLimits limits) {
        this.input = input;
        this.state = state;
        this.threads = threads;
        this.blockBytes = blockBytes;
        this.limits = limits;
    }

    /**
     * Returns the source of records from a file that was read before; it is no longer read once it has changed.
     *
     * @throws DumpException if the dump did not come from a file
     */
    public static RecordSource of(FileState state) throws DumpException {
        return of(DumpInput.of(state.file().orElseThrow(() -> new DumpException("The values of objects are read from"
            + " the dump once more when they are asked for, and this dump came from a stream that can be read only"
            + " once. Save the dump to a file and name that."))), state);
    }

    /** Returns the source of records from a file with the content that was read before, such as a copy of it. */
    public static RecordSource of(DumpInput copy) throws DumpException {
        return copy.file().isPresent() ? of(copy, new FileState(copy.file().get())) : of(FileState.NONE);
    }

    private static RecordSource of(DumpInput input, FileState state) {
        return new RecordSource(input, state, Parallel.threads(), BLOCK_BYTES, WIDE);
    }

    /** Returns this source with other figures for passes. */
    RecordSource with(int otherThreads, int otherBlockBytes) {
        return with(otherThreads, otherBlockBytes, limits);
    }

    /** Returns this source with other figures for passes, and another limit of what a line may have. */
    RecordSource with(int otherThreads, int otherBlockBytes, DumpLimits otherLimits) {
        return new RecordSource(input, state, otherThreads, otherBlockBytes, otherLimits);
    }

    /** Receives records, by several threads at once. */
    public interface Visitor {
        /**
         * Takes a record.
         *
         * @param rank   which of the wanted ones it is, from 0
         * @param record what stands at its offset, whatever that is; not to be kept
         */
        void visit(int rank, RawRecord record);
    }

    /**
     * Visits the records at some offsets, each once, by several threads in no order. Those behind the end of the dump,
     * should it have become shorter, and those in a line that memory has no room for are not visited.
     *
     * @param count   the number of records
     * @param offsets for each of these the offset, ascending with its rank, in bytes, decompressed
     * @throws DumpException      if the file cannot be read or has changed
     * @throws CancelledException if the task is cancelled; no visit is under way any more
     */
    public void visit(int count, IntToLongFunction offsets, Visitor visitor, Task task) throws DumpException {
        requireSame();
        if (count == 0) {
            return;
        }
        try {
            boolean few = count - 1 <= input.storedBytes() / BYTES_WORTH_A_SEEK;
            if (!few || !SparseVisit.run(input, count, offsets, visitor, task)) {
                new DenseVisit(input, visitor, threads, blockBytes, limits).run(count, offsets, task);
            }
        } catch (IOException failed) {
            requireSame();
            throw failed instanceof DumpException ? (DumpException) failed : input.unreadable(failed);
        }
        requireSame();
    }

    /** Returns the record at an offset, or nothing if the dump ends before it. See {@link #visit} for errors. */
    public Optional<RawRecord> record(long offset, Task task) throws DumpException {
        RawRecord[] result = new RawRecord[1];
        visit(1, rank -> offset, (rank, record) -> result[0] = record.copy(), task);
        return Optional.ofNullable(result[0]);
    }

    private void requireSame() throws DumpException {
        if (state.hasChanged()) {
            boolean gone = !Files.exists(state.file().orElseThrow());
            throw new DumpException(input.name() + (gone ? " is no longer there" : " has changed since it was read")
                + "; values are read from the dump when they are asked for. "
                + (gone ? "Put it back." : "Open the dump anew."));
        }
    }
}
