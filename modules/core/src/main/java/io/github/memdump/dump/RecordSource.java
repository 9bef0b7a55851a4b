package io.github.memdump.dump;

import io.github.memdump.dump.issue.DumpLimits;
import io.github.memdump.dump.issue.Limit;
import io.github.memdump.task.CancelledException;
import io.github.memdump.task.Parallel;
import io.github.memdump.task.Task;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
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
     * @throws DumpException        if the file cannot be read or has changed
     * @throws UncheckedIOException if the visitor does
     * @throws CancelledException   if the task is cancelled; no visit is under way any more
     */
    public void visit(int count, IntToLongFunction offsets, Visitor visitor, Task task) throws DumpException {
        requireSame();
        if (count == 0) {
            return;
        }
        try {
            boolean few = count - 1 <= input.storedBytes() / BYTES_WORTH_A_SEEK;
            if (!few || !SparseVisit.run(input, count, offsets, visitor, task)) {
                task.phase("Reading values of " + input.name(), input.storedBytes());
                new DenseVisit(input, visitor, threads, blockBytes, limits).run(count, offsets, task);
            }
        } catch (IOException failed) {
            requireSame();
            throw failed instanceof DumpException ? (DumpException) failed : input.unreadable(failed);
        }
        requireSame();
    }

    /**
     * Visits the records at some offsets in their order, one after the other.
     *
     * @param offsets where they begin, ascending, in bytes, decompressed
     * @param limits  those within which the offsets were read
     * @throws DumpException      if the dump cannot be read, or is shorter than it was
     * @throws IOException        if the visitor throws an {@link UncheckedIOException} for it
     * @throws CancelledException if the task is cancelled; no visit is under way any more
     */
    public static void visitInOrder(DumpInput input, long[] offsets, DumpLimits limits, Visitor visitor, Task task)
            throws IOException {
        AtomicInteger visited = new AtomicInteger();
        Visitor counting = (rank, record) -> {
            visitor.visit(rank, record);
            visited.incrementAndGet();
        };
        task.phase("Copying from " + input.name(), input.storedBytes());
        try {
            new DenseVisit(input, counting, 1, BLOCK_BYTES, limits).run(offsets.length, i -> offsets[i], task);
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
        if (visited.get() < offsets.length) {
            throw new DumpException(input.name() + " is shorter than when it was read first: another program is"
                + " writing to it. Wait until the dump is finished.");
        }
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

    /** A visit of a few records of a plain file, each read from where it begins. */
    private static final class SparseVisit {
        private static final int BLOCK_BYTES = 1 << 14;
        private static final int HEAD_BYTES = 2;

        private final FileChannel channel;
        private final Visitor visitor;
        private final RecordParser parser = new RecordParser(WIDE);

        private SparseVisit(FileChannel channel, Visitor visitor) {
            this.channel = channel;
            this.visitor = visitor;
        }

        /** Visits the records, or returns false where it cannot, because the file is packed. */
        static boolean run(DumpInput input, int count, IntToLongFunction offsets, Visitor visitor, Task task)
                throws IOException {
            Path file = input.file().orElseThrow();
            // Opening it the usual way first has the usual messages where that fails.
            input.open().close();
            try (FileChannel channel = FileChannel.open(file)) {
                if (DumpFormat.isGzip(head(channel))) {
                    return false;
                }
                task.phase("Reading values of " + input.name(), count);
                new SparseVisit(channel, visitor).run(count, offsets, task);
                return true;
            }
        }

        private static byte[] head(FileChannel channel) throws IOException {
            ByteBuffer head = ByteBuffer.allocate(HEAD_BYTES);
            int count;
            do {
                count = channel.read(head, head.position());
            } while (count > 0);
            return head.array();
        }

        private void run(int count, IntToLongFunction offsets, Task task) throws IOException {
            int rank = 0;
            while (rank < count) {
                // Where nothing stands the dump has become shorter, or its line is longer than memory has room for.
                int done = Math.max(1, visitFrom(rank, count, offsets));
                rank += done;
                task.done(done);
            }
        }

        /** Visits records that lie close together; nothing holds their block afterwards, which may be very large. */
        private int visitFrom(int rank, int count, IntToLongFunction offsets) throws IOException {
            long base = offsets.applyAsLong(rank);
            channel.position(base);
            InputStream in = Channels.newInputStream(channel);
            LineBlock block = new LineBlockReader(in, BLOCK_BYTES, WIDE).next();
            RawRecord record = new RawRecord();
            int done = 0;
            while (rank + done < count && offsets.applyAsLong(rank + done) - base < block.length) {
                record.read(block, (int) (offsets.applyAsLong(rank + done) - base), parser);
                visitor.visit(rank + done, record);
                done++;
            }
            return done;
        }
    }
}
