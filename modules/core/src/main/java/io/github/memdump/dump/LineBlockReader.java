package io.github.memdump.dump;

import io.github.memdump.dump.archive.GzipMembers;
import io.github.memdump.dump.issue.DumpLimits;
import io.github.memdump.dump.issue.IssueKind;
import io.github.memdump.dump.scan.ByteWords;
import io.github.memdump.dump.scan.Newlines;
import io.github.memdump.dump.scan.RecordStart;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.ZipException;

/**
 * Cuts a stream into blocks of whole lines, so that a record which a raw newline has split over a few lines lies in
 * one block, whatever the size of the blocks. Not thread-safe.
 */
final class LineBlockReader {
    /** A record may go on over so many lines behind its first. */
    static final int CONTINUATIONS = 4;

    /** Java copies what it reads once more, which is cheap as long as the first copy still lies in the cache. */
    private static final int READ_BYTES = 1 << 17;

    private final InputStream in;
    private final int blockBytes;
    private final long mostBytes;
    private final IssueKind beyond;
    private final ArrayDeque<byte[]> free = new ArrayDeque<>();
    private byte[] buffer;
    private int filled;
    private long baseOffset;
    private boolean ended;
    private Optional<IssueKind> gzipIssue = Optional.empty();
    private boolean delivered;

    LineBlockReader(InputStream in, int blockBytes, DumpLimits limits) {
        this.in = in;
        this.blockBytes = blockBytes;
        long room = Math.min(Integer.MAX_VALUE - 64, Runtime.getRuntime().maxMemory() / 3);
        long wanted = (long) limits.lineBytes() + RecordStart.WINDOW;
        this.mostBytes = Math.min(room, wanted);
        this.beyond = wanted <= room ? IssueKind.LINE_TOO_LONG : IssueKind.LINE_BEYOND_MEMORY;
        this.buffer = new byte[blockBytes + ByteWords.SLACK];
    }

    /** Returns what to call a line that was left out. */
    IssueKind beyond() {
        return beyond;
    }

    /** Returns whether {@link #next} has another block. */
    boolean hasNext() {
        return !delivered;
    }

    /** Returns the next block; the last one, possibly empty, says that it is. */
    LineBlock next() throws IOException {
        while (true) {
            fill();
            if (ended) {
                return deliver(filled, true);
            }
            int cut = lastCut();
            if (cut > 0) {
                return deliver(cut, false);
            }
            if (filled >= mostBytes) {
                int newline = forcedCut();
                return newline >= 0 ? deliver(newline + 1, false) : leaveLineOut();
            }
            buffer = Arrays.copyOf(buffer, ByteWords.SLACK + (int) largerRoom());
        }
    }

    /** Returns twice the room, or all a line may have: two large arrays, which no collector moves, are too many. */
    private long largerRoom() {
        long twice = buffer.length * 2L;
        return twice > mostBytes / 2 ? mostBytes : twice;
    }

    /**
     * Returns the last position at which a line begins and across which no record can be rejoined: the line begins a
     * record itself, or none of the lines that could reach it does. Returns 0 if there is none.
     */
    private int lastCut() {
        int latest = 0;
        int newline = filled - RecordStart.WINDOW;
        for (int line = 0; line <= CONTINUATIONS; line++) {
            newline = Newlines.last(buffer, 0, newline);
            if (RecordStart.at(buffer, newline + 1, filled)) {
                return newline + 1;
            }
            if (newline < 0) {
                return latest;
            }
            latest = Math.max(latest, newline + 1);
        }
        return latest;
    }

    /**
     * Returns the newline to cut at where the buffer is as full as it may be and {@link #lastCut} has found nothing: no
     * line in it but the first begins a record, and none of those that end beyond the limit can belong to that one.
     */
    private int forcedCut() {
        int newline = Newlines.first(buffer, filled - RecordStart.WINDOW, filled);
        return newline < filled ? newline : Newlines.last(buffer, 0, filled);
    }

    private LineBlock deliver(int length, boolean last) {
        int rest = filled - length;
        byte[] full = buffer;
        if (rest > blockBytes && rest > length) {
            // The lines before a very long one go in an array of their own: a second one of its size is too much.
            full = Arrays.copyOf(buffer, length + ByteWords.SLACK);
            System.arraycopy(buffer, length, buffer, 0, rest);
        } else {
            buffer = last ? new byte[0] : freeBuffer(rest);
            System.arraycopy(full, length, buffer, 0, rest);
        }
        full[length] = '\n';
        filled = rest;
        long base = baseOffset;
        baseOffset += length;
        delivered = last;
        return new LineBlock(full, length, base, last, 0, last ? gzipIssue : Optional.empty());
    }

    /** Takes back the memory of a block whose lines nobody will look at any more; returns whether its size is usual. */
    boolean recycle(LineBlock done) {
        return done.bytes.length == blockBytes + ByteWords.SLACK && free.add(done.bytes);
    }

    /** Returns whether a block is larger than usual, for a long line: there is memory for one such at a time. */
    boolean isLarge(LineBlock block) {
        return block.bytes.length > blockBytes + ByteWords.SLACK;
    }

    private byte[] freeBuffer(int rest) {
        if (rest > blockBytes) {
            // With room to read on: the stream of a channel holds the array it has filled last until it fills another.
            return new byte[rest + READ_BYTES + ByteWords.SLACK];
        }
        return free.isEmpty() ? new byte[blockBytes + ByteWords.SLACK] : free.remove();
    }

    /** Drops the line that fills the buffer and what follows of it; the block stands at its beginning and is empty. */
    private LineBlock leaveLineOut() throws IOException {
        long begin = baseOffset;
        baseOffset += filled;
        filled = 0;
        // What was taken for the line goes at once: filled again, it would be one block of that size.
        buffer = freeBuffer(0);
        fill();
        while (true) {
            int newline = Newlines.first(buffer, 0, filled);
            if (newline < filled || ended) {
                int consumed = Math.min(filled, newline + 1);
                filled -= consumed;
                System.arraycopy(buffer, consumed, buffer, 0, filled);
                baseOffset += consumed;
                delivered = ended && filled == 0;
                return new LineBlock(new byte[0], 0, begin, delivered, baseOffset - begin,
                    delivered ? gzipIssue : Optional.empty());
            }
            baseOffset += filled;
            filled = 0;
            fill();
        }
    }

    private void fill() throws IOException {
        int room = buffer.length - ByteWords.SLACK;
        while (!ended && filled < room) {
            int read;
            try {
                read = in.read(buffer, filled, Math.min(READ_BYTES, room - filled));
            } catch (EOFException | ZipException broken) {
                gzipIssue = Optional.of(broken instanceof GzipMembers.SomethingBehindException
                    ? IssueKind.NO_GZIP_BEHIND : IssueKind.TRUNCATED_GZIP);
                read = -1;
            }
            if (read < 0) {
                ended = true;
            } else {
                filled += read;
            }
        }
        if (baseOffset == 0 && DumpFormat.byteOrderMark(buffer, filled) > 0) {
            // Blanks in its place leave all offsets as they are in the file.
            Arrays.fill(buffer, 0, DumpFormat.byteOrderMark(buffer, filled), (byte) ' ');
        }
    }
}
