package io.github.memdump.dump;

import io.github.memdump.dump.issue.Issue;
import io.github.memdump.dump.issue.IssueKind;
import io.github.memdump.dump.issue.Issues;
import io.github.memdump.task.CancelledException;
import io.github.memdump.task.Task;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/**
 * One pass over one dump: cuts it into blocks, has them parsed, and hands them over in file order. To be run once. Not
 * thread-safe.
 */
final class DumpReading {
    /** A line has about so many bytes in most dumps. */
    private static final int LINE_BYTES = 256;
    /** So many lines without one record among them, and the file is not a dump. */
    private static final long LINES_WITHOUT_RECORD = 10_000;

    private final boolean strict;
    private final int threads;
    private final DumpInput input;
    private final DumpInput.Opened opened;
    private final DumpReader.Sink sink;
    private final Task task;
    private final ExecutorService workers;
    private final RecordParser parser;
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

    DumpReading(DumpReader how, DumpInput input, DumpInput.Opened opened, DumpReader.Sink sink, Task task,
        ExecutorService workers) {
        this.strict = how.strict;
        this.threads = how.threads;
        this.parser = new RecordParser(how.limits);
        this.input = input;
        this.opened = opened;
        this.reader = new LineBlockReader(opened.in, how.blockBytes, how.limits);
        this.sink = sink;
        this.task = task;
        this.workers = workers;
    }

    DumpReader.Summary run() throws DumpException {
        try {
            while (reader.hasNext()) {
                takeUntil(begin() ? 0 : threads + 1);
            }
        } catch (IOException failed) {
            throw failed instanceof DumpException ? (DumpException) failed : input.unreadable(failed);
        }
        takeUntil(0);
        if (records == 0) {
            boolean isCutOff = issues.issues().counts().containsKey(IssueKind.TRUNCATED_GZIP);
            throw isCutOff && lines <= 1 ? input.cutOff() : bytes == 0 ? input.empty() : notADump();
        }
        return new DumpReader.Summary(lines, bytes, issues.issues(), opened.state());
    }

    /** Has the next block parsed; returns whether it is a large one, of which nothing may stay while more is read. */
    private boolean begin() throws IOException {
        LineBlock block = reader.next();
        if (bytes == 0 && head.length == 0) {
            head = Arrays.copyOf(block.bytes, Math.min(block.length, 512));
        }
        blocks.add(block);
        int room = reader.isLarge(block) ? 0 : block.length / LINE_BYTES;
        RecordBlock into = free.isEmpty() ? new RecordBlock(room) : free.remove();
        FutureTask<RecordBlock> parsing = new FutureTask<>(() -> parser.parse(block, into.clear(block.baseOffset)));
        parsed.add(parsing);
        if (block.last && parsed.size() == 1) {
            // A small dump is parsed before a thread would have started.
            parsing.run();
        } else {
            workers.execute(parsing);
        }
        return reader.isLarge(block);
    }

    /** Hands blocks over until only so many are under way. */
    private void takeUntil(int left) throws DumpException {
        while (parsed.size() > left) {
            takeOne();
        }
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
        block.leaveLines();
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
        if (raw.gzipIssue.isPresent()) {
            report(new Issue(raw.gzipIssue.get(), Math.max(1, lines), bytes));
        }
    }

    private void report(Issue issue) throws DumpException {
        if (strict) {
            throw new DamagedDumpException(input.name(), issue);
        }
        issues.add(issue);
    }

    private NotADumpException notADump() {
        return DumpFormat.notADump(input.name(), head);
    }

    private RecordBlock await(Future<RecordBlock> future) throws DumpException {
        try {
            return future.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Error) {
                throw (Error) failed.getCause();
            }
            throw new DumpException(input.name() + ": reading failed near byte " + bytes + ": "
                + failed.getCause(), failed);
        }
    }

    /** The rejections of one block. */
    private final class RejectionsOf implements DumpReader.Rejections {
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
