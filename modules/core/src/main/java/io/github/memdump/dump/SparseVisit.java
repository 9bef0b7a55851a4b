package io.github.memdump.dump;

import io.github.memdump.task.Task;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.function.IntToLongFunction;

/** A visit of a few records of a plain file, each read from where it begins. */
final class SparseVisit {
    private static final int BLOCK_BYTES = 1 << 14;
    private static final int HEAD_BYTES = 2;

    private final FileChannel channel;
    private final RecordSource.Visitor visitor;
    private final RecordParser parser = new RecordParser(RecordSource.WIDE);

    private SparseVisit(FileChannel channel, RecordSource.Visitor visitor) {
        this.channel = channel;
        this.visitor = visitor;
    }

    /** Visits the records, or returns false where it cannot, because the file is packed. */
    static boolean run(DumpInput input, int count, IntToLongFunction offsets, RecordSource.Visitor visitor, Task task)
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
        while (head.hasRemaining() && channel.read(head, head.position()) > 0) {
            continue;
        }
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
        LineBlock block = new LineBlockReader(in, BLOCK_BYTES, RecordSource.WIDE).next();
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
