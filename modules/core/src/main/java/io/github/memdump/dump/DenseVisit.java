package io.github.memdump.dump;

import io.github.memdump.dump.issue.DumpLimits;
import io.github.memdump.task.CancelledException;
import io.github.memdump.task.Parallel;
import io.github.memdump.task.Task;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntToLongFunction;

/**
 * A visit of many records in one pass from the beginning of a dump to the last of them: the calling thread cuts it into
 * blocks of whole lines, worker threads look up their records in these, one thread in their order; nothing else in them
 * is looked at.
 */
final class DenseVisit {
    private final DumpInput input;
    private final RecordSource.Visitor visitor;
    private final int threads;
    private final int blockBytes;
    private final DumpLimits limits;
    private final RecordParser parser;
    private final ArrayDeque<LineBlock> blocks = new ArrayDeque<>();
    private final ArrayDeque<Future<?>> visits = new ArrayDeque<>();

    DenseVisit(DumpInput input, RecordSource.Visitor visitor, int threads, int blockBytes, DumpLimits limits) {
        this.input = input;
        this.visitor = visitor;
        this.threads = threads;
        this.blockBytes = blockBytes;
        this.limits = limits;
        this.parser = new RecordParser(limits);
    }

    /**
     * Visits the records; once it returns, however it does, no visit is under way any more. An
     * {@link UncheckedIOException} of the visitor is passed on as it is: it is not the dump that could not be read.
     */
    void run(int count, IntToLongFunction offsets, Task task) throws IOException {
        ExecutorService workers = Parallel.pool("memdump-values", threads);
        try (DumpInput.Opened opened = input.open()) {
            LineBlockReader reader = new LineBlockReader(opened.in, blockBytes, limits);
            long progress = 0;
            int next = 0;
            while (reader.hasNext() && next < count) {
                next = begin(reader, next, count, offsets, workers);
                long now = opened.storedBytesRead();
                task.done(now - progress);
                progress = now;
            }
            while (!visits.isEmpty()) {
                awaitOne();
            }
        } finally {
            end(workers);
        }
    }

    /** Has the records of the next block visited, from a rank on; returns the rank of the first behind it. */
    private int begin(LineBlockReader reader, int rank, int count, IntToLongFunction offsets, ExecutorService workers)
            throws IOException {
        LineBlock block = reader.next();
        // What lies in a line that was left out just now, because memory has no room for it, is passed over.
        int from = rankAt(block.baseOffset, rank, count, offsets);
        int to = rankAt(block.baseOffset + block.length, from, count, offsets);
        blocks.add(block);
        visits.add(workers.submit(() -> visit(block, from, to, offsets)));
        while (visits.size() > (reader.isLarge(block) ? 0 : threads + 1)) {
            reader.recycle(awaitOne());
        }
        return to;
    }

    private void visit(LineBlock block, int from, int to, IntToLongFunction offsets) {
        RawRecord record = new RawRecord();
        for (int rank = from; rank < to; rank++) {
            record.read(block, (int) (offsets.applyAsLong(rank) - block.baseOffset), parser);
            visitor.visit(rank, record);
        }
    }

    private LineBlock awaitOne() throws DumpException {
        try {
            visits.remove().get();
            return blocks.remove();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Error) {
                throw (Error) failed.getCause();
            }
            if (failed.getCause() instanceof UncheckedIOException) {
                throw (UncheckedIOException) failed.getCause();
            }
            throw new DumpException(input.name() + ": reading values failed: " + failed.getCause(), failed);
        }
    }

    private static void end(ExecutorService workers) {
        workers.shutdownNow();
        try {
            // What is left takes no longer than a few blocks do.
            workers.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns the first rank from {@code from} on whose offset is {@code offset} or more; logarithmic time. */
    private static int rankAt(long offset, int from, int count, IntToLongFunction offsets) {
        int low = from;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (offsets.applyAsLong(middle) < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
