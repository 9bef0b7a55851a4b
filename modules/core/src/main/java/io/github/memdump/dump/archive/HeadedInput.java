package io.github.memdump.dump.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A stream with its first bytes read ahead, to see what it is. They are delivered like all others, and damage behind
 * them shows when they have been. Not thread-safe.
 */
public final class HeadedInput extends FilterInputStream {
    private final byte[] head;
    private int at;
    private @Nullable IOException failure;

    /** Reads so many bytes ahead, or all if there are fewer. */
    public HeadedInput(InputStream in, int bytes) {
        super(in);
        byte[] room = new byte[bytes];
        int filled = 0;
        try {
            int read = 0;
            while (read >= 0 && filled < bytes) {
                filled += read;
                read = filled < bytes ? in.read(room, filled, bytes - filled) : 0;
            }
        } catch (IOException damaged) {
            failure = damaged;
        }
        this.head = Arrays.copyOf(room, filled);
    }

    /** Returns the first bytes, not to be changed. */
    public byte[] head() {
        return head;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (at < head.length) {
            int taken = Math.min(length, head.length - at);
            System.arraycopy(head, at, bytes, offset, taken);
            at += taken;
            return taken;
        }
        if (failure != null) {
            throw failure;
        }
        return super.read(bytes, offset, length);
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
