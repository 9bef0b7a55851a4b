package io.github.memdump.dump;

import io.github.memdump.dump.issue.DumpLimits;
import io.github.memdump.dump.scan.Newlines;
import io.github.memdump.dump.scan.RecordStart;
import io.github.memdump.task.Task;
import java.io.IOException;

/**
 * Reads chosen records of a dump once more, as the bytes that stand in it, so that nothing is lost that this program
 * does not keep.
 */
public final class StoredRecords {
    private static final int BLOCK_BYTES = 1 << 20;

    private final long[] offsets;
    private final Visitor visitor;
    private final RecordParser parser;
    private int next;

    private StoredRecords(long[] offsets, DumpLimits limits, Visitor visitor) {
        this.offsets = offsets;
        this.parser = new RecordParser(limits);
        this.visitor = visitor;
    }

    /** Receives the records in the order of the dump. */
    public interface Visitor {
        /** Takes a record, which is to be used only until this method returns. */
        void accept(Stored record) throws IOException;
    }

    /** The bytes of a record as they stand in the dump. */
    public final class Stored {
        private final LineBlock block;
        private final int from;
        private final int to;

        private Stored(LineBlock block, int from, int to) {
            this.block = block;
            this.from = from;
            this.to = to;
        }

        /** Returns the array in which the bytes lie. */
        public byte[] bytes() {
            return block.bytes;
        }

        /** Returns where the record begins in the array. */
        public int from() {
            return from;
        }

        /** Returns where its last line ends, without the newline; another record may stand before that. */
        public int to() {
            return to;
        }

        /** Returns where the record begins in the dump, in bytes, decompressed. */
        public long offset() {
            return block.baseOffset + from;
        }

        /** Reads the record as tolerantly as the reader of dumps does; the block holds it first, or nothing. */
        public RecordBlock parsed() {
            RecordBlock records = new RecordBlock(1);
            parser.parseOne(block, from, records);
            return records;
        }
    }

    /**
     * Reads a dump once from its beginning and hands over the records that begin at some offsets.
     *
     * @param input   the dump
     * @param offsets where the records begin, in bytes, decompressed; ascending
     * @param limits  those within which the offsets were read
     * @param task    told of the bytes read
     * @throws DumpException                             if the dump cannot be read, or is shorter than it was
     * @throws IOException                               if the visitor fails
     * @throws io.github.memdump.task.CancelledException if the task was cancelled
     */
    public static void visit(DumpInput input, long[] offsets, DumpLimits limits, Visitor visitor, Task task)
            throws IOException {
        StoredRecords records = new StoredRecords(offsets, limits, visitor);
        try (DumpInput.Opened opened = input.open()) {
            task.phase("Copying from " + input.name(), input.storedBytes());
            LineBlockReader reader = new LineBlockReader(opened.in, BLOCK_BYTES, limits);
            long progress = 0;
            while (reader.hasNext() && records.next < offsets.length) {
                records.visitNext(reader);
                long now = opened.storedBytesRead();
                task.done(now - progress);
                progress = now;
            }
        }
        if (records.next < offsets.length) {
            throw new DumpException(input.name() + " is shorter than when it was read first: another program is"
                + " writing to it. Wait until the dump is finished.");
        }
    }

    /** A method of its own, so that nothing holds a block while the next one is read: either may be very large. */
    private void visitNext(LineBlockReader reader) throws IOException {
        LineBlock block = reader.next();
        visit(block);
        reader.recycle(block);
    }

    private void visit(LineBlock block) throws IOException {
        while (next < offsets.length && offsets[next] < block.baseOffset + block.length) {
            int from = (int) (offsets[next] - block.baseOffset);
            int to = Newlines.first(block.bytes, from, block.length);
            if (to + 1 < block.length && !RecordStart.at(block.bytes, to + 1, block.length)) {
                to = Math.max(to, Math.min(block.length, parser.parseOne(block, from, new RecordBlock(1)) - 1));
            }
            visitor.accept(new Stored(block, from, to));
            next++;
        }
    }
}
