package io.github.memdump.dump;

import io.github.memdump.array.NamedArrays;
import io.github.memdump.dump.issue.DumpLimits;
import io.github.memdump.dump.issue.IssueKind;
import io.github.memdump.dump.issue.Issues;
import io.github.memdump.task.Parallel;
import io.github.memdump.task.Task;
import java.util.concurrent.ExecutorService;

/**
 * Reads a dump: the calling thread cuts the file into blocks of whole lines and receives the parsed blocks in file
 * order, worker threads parse them. The result is the same whatever the number of threads. Holds about five blocks of
 * 4 MiB and their parsed form at a time, more only if a single line is longer.
 */
public final class DumpReader {
    private static final int BLOCK_BYTES = 4 << 20;

    final DumpLimits limits;
    final boolean strict;
    final int threads;
    final int blockBytes;

    /** Makes a reader that counts damaged lines and keeps what it can, or, if {@code strict}, fails at the first. */
    public DumpReader(DumpLimits limits, boolean strict) {
        this(limits, strict, Parallel.threads(), BLOCK_BYTES);
    }

    DumpReader(DumpLimits limits, boolean strict, int threads, int blockBytes) {
        this.limits = limits;
        this.strict = strict;
        this.threads = threads;
        this.blockBytes = blockBytes;
    }

    /** Receives the records of a dump, block by block in file order, on the thread that reads. */
    public interface Sink {
        /**
         * Takes a block.
         *
         * @param block      the records; the block is used again as soon as this method returns
         * @param rejections where to say that a record is not taken
         * @throws DumpException if the heap would go beyond a limit
         */
        void accept(RecordBlock block, Rejections rejections) throws DumpException;
    }

    /** Where a sink says that it does not take a record. */
    public interface Rejections {
        /** Counts a record of the block as an issue; a strict reader fails at it once the block is taken. */
        void reject(IssueKind kind, int record);

        /** Returns where a record of the block stands, in words: dump, line and offset. */
        String place(int record);
    }

    /** What reading a dump told beside its records. */
    public static final class Summary {
        private final long lines;
        private final long bytes;
        private final Issues issues;
        private final FileState source;

        Summary(long lines, long bytes, Issues issues, FileState source) {
            this.lines = lines;
            this.bytes = bytes;
            this.issues = issues;
            this.source = source;
        }

        /** Returns the summary that {@link #putInto} has put among these arrays, of a file as it is now. */
        public static Summary from(NamedArrays arrays, FileState source) {
            long[] figures = arrays.longs("figures");
            return new Summary(figures[0], figures[1], Issues.from(arrays.under("issues")), source);
        }

        /** Puts all that this summary is made of but the state of the file. */
        public void putInto(NamedArrays arrays) {
            arrays.put("figures", new long[] {lines, bytes});
            issues.putInto(arrays.under("issues"));
        }

        /** Returns the number of lines, damaged ones included. */
        public long lines() {
            return lines;
        }

        /** Returns the number of bytes, decompressed. */
        public long bytes() {
            return bytes;
        }

        /** Returns what was damaged. */
        public Issues issues() {
            return issues;
        }

        /** Returns the file that was read, as it was then. */
        public FileState source() {
            return source;
        }
    }

    /**
     * Reads a whole dump into a sink.
     *
     * @throws DumpException                                  if it cannot be read, is no dump, goes beyond a limit,
     *                                                        or is damaged and the reader strict
     * @throws io.github.memdump.task.CancelledException      if the task is cancelled
     */
    public Summary read(DumpInput input, Sink sink, Task task) throws DumpException {
        ExecutorService workers = Parallel.pool("memdump-parser", threads);
        try (DumpInput.Opened opened = input.open()) {
            task.phase("Reading " + input.name(), input.storedBytes());
            return new DumpReading(this, input, opened, sink, task, workers).run();
        } finally {
            workers.shutdownNow();
        }
    }
}
