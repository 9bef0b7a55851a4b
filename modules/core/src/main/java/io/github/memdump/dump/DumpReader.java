package io.github.memdump.dump;

import io.github.memdump.array.NamedArrays;
import io.github.memdump.task.Parallel;
import io.github.memdump.task.Task;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/**
 * Reads a dump: the calling thread cuts the file into blocks of whole lines and receives the parsed blocks in file
 * order, worker threads parse them. The result is the same whatever the number of threads. Holds about five blocks of
 * 4 MiB and their parsed form at a time, more only if a single line is longer.
 */
public final class DumpReader {
    private static final int BLOCK_BYTES = 4 << 20;
    /** A line has about so many bytes in most dumps. */
    private static final int LINE_BYTES = 256;
    /** So many lines without one record among them, and the file is not a dump. */
    private static final long LINES_WITHOUT_RECORD = 10_000;

    private final DumpLimits limits;
    private final boolean strict;
    private final int threads;
    private final int blockBytes;

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
        ExecutorService workers = Executors.newFixedThreadPool(threads, work -> {
            Thread thread = new Thread(work, "memdump-parser");
            thread.setDaemon(true);
            return thread;
        });
        try (DumpInput.Opened opened = input.open()) {
            task.phase("Reading " + input.name(), input.storedBytes());
            return new Reading(input, opened, sink, task, workers).run();
        } finally {
            workers.shutdownNow();
        }
    }

    /** One pass over one dump. */
    private final class Reading {
        private final DumpInput input;
        private final DumpInput.Opened opened;
        private final Sink sink;
        private final Task task;
        private final ExecutorService workers;
        private final RecordParser parser = new RecordParser(limits);
        private final LineBlockReader reader;
        private final ArrayDeque<LineBlock> blocks = new ArrayDeque<>();
        private final ArrayDeque<RecordBlock> free = new ArrayDeque<>();
        private final ArrayDeque<Future<RecordBlock>> parsed = new ArrayDeque<>();
        private final Issues.Log issues = new Issues.Log();
        private long lines;
        private long bytes;
        private long records;
        private long progress;
        private byte[] head = {};

        Reading(DumpInput input, DumpInput.Opened opened, Sink sink, Task task, ExecutorService workers) {
            this.input = input;
            this.opened = opened;
            this.reader = new LineBlockReader(opened.in, blockBytes, limits);
            this.sink = sink;
            this.task = task;
            this.workers = workers;
        }

        Summary run() throws DumpException {
            try {
                while (reader.hasNext()) {
                    LineBlock block = reader.next();
                    if (bytes == 0 && head.length == 0) {
                        head = java.util.Arrays.copyOf(block.bytes, Math.min(block.length, 512));
                    }
                    blocks.add(block);
                    RecordBlock into = free.isEmpty() ? new RecordBlock(block.length / LINE_BYTES) : free.remove();
                    FutureTask<RecordBlock> parsing =
                        new FutureTask<>(() -> parser.parse(block, into.clear(block.baseOffset)));
                    parsed.add(parsing);
                    if (block.last && parsed.size() == 1) {
                        // A small dump is parsed before a thread would have started.
                        parsing.run();
                    } else {
                        workers.execute(parsing);
                    }
                    if (parsed.size() > threads + 1) {
                        takeOne();
                    }
                }
            } catch (IOException failed) {
                throw failed instanceof DumpException ? (DumpException) failed : input.unreadable(failed);
            }
            while (!parsed.isEmpty()) {
                takeOne();
            }
            if (records == 0) {
                throw bytes == 0 && issues.issues().total() == 0 ? input.empty() : notADump();
            }
            return new Summary(lines, bytes, issues.issues(), opened.state());
        }

        private void takeOne() throws DumpException {
            LineBlock raw = blocks.remove();
            RecordBlock block = await(parsed.remove());
            List<Issue> found = new ArrayList<>();
            for (Issue issue : block.issues) {
                found.add(new Issue(issue.kind(), lines + 1 + issue.line(), issue.offset()));
            }
            records += block.size();
            sink.accept(block, new RejectionsOf(block, lines + 1, found));
            found.sort(Comparator.comparingLong(Issue::offset));
            for (Issue issue : found) {
                report(issue);
            }
            lines += block.newlines;
            bytes += raw.length + raw.leftOut;
            finish(raw);
            if (reader.recycle(raw)) {
                free.add(block);
            }
            if (records == 0 && lines > LINES_WITHOUT_RECORD) {
                throw notADump();
            }
            long now = opened.storedBytesRead();
            task.done(now - progress);
            progress = now;
        }

        private void finish(LineBlock raw) throws DumpException {
            if (raw.leftOut > 0) {
                report(new Issue(reader.beyond(), lines + 1, raw.baseOffset));
                lines++;
            }
            if (raw.last && raw.length > 0 && raw.bytes[raw.length - 1] != '\n') {
                lines++;
            }
            if (raw.last && opened.state().hasChanged()) {
                report(new Issue(IssueKind.CHANGED_WHILE_READ, Math.max(1, lines), bytes));
            }
            if (raw.gzipBroken) {
                report(new Issue(IssueKind.TRUNCATED_GZIP, Math.max(1, lines), bytes));
            }
        }

        private void report(Issue issue) throws DumpException {
            if (strict) {
                throw new DamagedDumpException(input.name(), issue);
            }
            issues.add(issue);
        }

        private NotADumpException notADump() {
            String guess = DumpFormat.guess(head, head.length);
            return new NotADumpException(input.name() + " is not a Ruby heap dump: " + guess
                + ". Expected the lines that ObjectSpace.dump_all writes, one JSON object each, such as"
                + " {\"address\":\"0x7f…\", \"type\":\"STRING\", …}.");
        }

        private RecordBlock await(Future<RecordBlock> future) throws DumpException {
            try {
                return future.get();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new io.github.memdump.task.CancelledException();
            } catch (ExecutionException failed) {
                if (failed.getCause() instanceof Error) {
                    throw (Error) failed.getCause();
                }
                throw new DumpException(input.name() + ": reading failed near byte " + bytes + ": "
                    + failed.getCause(), failed.getCause());
            }
        }

        /** The rejections of one block. */
        private final class RejectionsOf implements Rejections {
            private final RecordBlock block;
            private final long firstLine;
            private final List<Issue> found;

            RejectionsOf(RecordBlock block, long firstLine, List<Issue> found) {
                this.block = block;
                this.found = found;
                this.firstLine = firstLine;
            }

            @Override
            public void reject(IssueKind kind, int record) {
                found.add(new Issue(kind, firstLine + block.newlinesBefore(record), block.offset(record)));
            }

            @Override
            public String place(int record) {
                return input.name() + ": line " + (firstLine + block.newlinesBefore(record)) + " (byte "
                    + block.offset(record) + ")";
            }
        }
    }
}
