package io.github.memdump.dump.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that knows how many bytes were read from it; bytes skipped do not count. Not thread-safe. */
public final class CountedInput extends FilterInputStream {
    private long bytesRead;

    /** Counts what is read from a stream, which is closed with this one. */
    public CountedInput(InputStream in) {
        super(in);
    }

    /** Returns how many bytes were read. */
    public long bytesRead() {
        return bytesRead;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        bytesRead += value < 0 ? 0 : 1;
        return value;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        bytesRead += Math.max(0, read);
        return read;
    }
}
