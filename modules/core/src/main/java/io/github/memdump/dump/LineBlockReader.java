package io.github.memdump.dump;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.ZipException;

/** Cuts a stream into blocks of whole lines. Not thread-safe. */
final class LineBlockReader {
    private final InputStream in;
    private final int blockBytes;
    private final DumpLimits limits;
    private byte[] buffer;
    private int filled;
    private long baseOffset;
    private boolean ended;
    private boolean gzipBroken;
    private boolean delivered;

    LineBlockReader(InputStream in, int blockBytes, DumpLimits limits) {
        this.in = in;
        this.blockBytes = blockBytes;
        this.limits = limits;
        this.buffer = new byte[blockBytes];
    }

    /** Returns whether {@link #next} has another block. */
    boolean hasNext() {
        return !delivered;
    }

    /** Returns the next block; the last one, possibly empty, says that it is. */
    LineBlock next() throws IOException {
        int searched = 0;
        while (true) {
            fill();
            int newline = Newlines.last(buffer, searched, filled);
            if (ended) {
                return deliver(filled, true, false);
            }
            if (newline >= 0) {
                return deliver(newline + 1, false, false);
            }
            searched = filled;
            if (filled >= limits.lineBytes()) {
                return leaveLineOut();
            }
            buffer = Arrays.copyOf(buffer, (int) Math.min(limits.lineBytes(), buffer.length * 2L));
        }
    }

    private LineBlock deliver(int length, boolean last, boolean lineLeftOut) {
        byte[] full = buffer;
        int rest = filled - length;
        buffer = new byte[Math.max(blockBytes, rest)];
        System.arraycopy(full, length, buffer, 0, rest);
        filled = rest;
        long base = baseOffset;
        baseOffset += length;
        delivered = last;
        return new LineBlock(full, length, base, last, lineLeftOut, last && gzipBroken);
    }

    /** Drops the line in the buffer and what follows of it; the block stands at its beginning and is empty. */
    private LineBlock leaveLineOut() throws IOException {
        long begin = baseOffset;
        while (true) {
            int newline = Newlines.first(buffer, 0, filled);
            if (newline < filled || ended) {
                int consumed = Math.min(filled, newline + 1);
                System.arraycopy(buffer, consumed, buffer, 0, filled - consumed);
                filled -= consumed;
                baseOffset += consumed;
                delivered = ended && filled == 0;
                return new LineBlock(new byte[0], 0, begin, delivered, true, delivered && gzipBroken);
            }
            baseOffset += filled;
            filled = 0;
            fill();
        }
    }

    private void fill() throws IOException {
        while (!ended && filled < buffer.length) {
            int read;
            try {
                read = in.read(buffer, filled, buffer.length - filled);
            } catch (EOFException | ZipException broken) {
                gzipBroken = true;
                read = -1;
            }
            if (read < 0) {
                ended = true;
            } else {
                filled += read;
            }
        }
    }
}
