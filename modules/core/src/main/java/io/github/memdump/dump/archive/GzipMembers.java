package io.github.memdump.dump.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * The content of a gzip stream (RFC 1952): all members one after the other, each checked against its checksum and
 * length. Zero bytes behind the last member are padding. Unlike {@link java.util.zip.GZIPInputStream} it does not end
 * early where a pipe has the next member not ready yet, and it tells when something else follows the members. What was
 * read before damage is delivered first. Not thread-safe.
 *
 * <p>Throws {@link EOFException} where the stream is cut off, {@link ZipException} where it is damaged, and
 * {@link SomethingBehindException} where all members are whole.
 */
public final class GzipMembers extends InputStream {
    private static final int MAGIC = 0x1F;
    private static final int MAGIC_2 = 0x8B;
    private static final int DEFLATE = 8;
    private static final int HEADER_BYTES = 10;
    private static final int CHECKSUM = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;

    private final InputStream in;
    private final byte[] input;
    private final Inflater inflater;
    private final CRC32 checksum = new CRC32();
    private int at;
    private int filled;
    private boolean ended;
    private @Nullable DataFormatException damage;

    /** Opens a stream and reads the header of its first member. */
    public GzipMembers(InputStream in, int bufferBytes) throws IOException {
        this(in, bufferBytes, new Inflater(true));
    }

    /** The same with an inflater for data without headers, which is ended when this is closed or cannot be opened. */
    public GzipMembers(InputStream in, int bufferBytes, Inflater inflater) throws IOException {
        this.in = in;
        this.inflater = inflater;
        this.input = new byte[bufferBytes];
        try {
            readHeader();
        } catch (IOException damaged) {
            inflater.end();
            throw damaged;
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        while (!ended && length > 0) {
            int read = inflate(bytes, offset, length);
            if (read > 0) {
                checksum.update(bytes, offset, read);
                return read;
            }
            if (inflater.finished()) {
                endMember();
            } else if (inflater.needsDictionary()) {
                throw new ZipException("preset dictionary");
            } else if (inflater.needsInput()) {
                next();
                inflater.setInput(input, --at, filled - at);
                at = filled;
            }
        }
        return ended ? -1 : 0;
    }

    /** Inflates; where the data is damaged, what the same call inflated before the damage comes first. */
    private int inflate(byte[] bytes, int offset, int length) throws ZipException {
        long before = inflater.getBytesWritten();
        if (damage == null) {
            try {
                return inflater.inflate(bytes, offset, length);
            } catch (DataFormatException damaged) {
                damage = damaged;
            }
        }
        int read = (int) (inflater.getBytesWritten() - before);
        if (read > 0) {
            return read;
        }
        ZipException zip = new ZipException("damaged data");
        zip.initCause(damage);
        throw zip;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        in.close();
    }

    /** Checks the trailer of a member and goes on to the next, if there is one. */
    private void endMember() throws IOException {
        at = filled - inflater.getRemaining();
        if (littleEndian() != checksum.getValue() || littleEndian() != (inflater.getBytesWritten() & 0xFFFF_FFFFL)) {
            throw new ZipException("wrong checksum");
        }
        int next = nextOrEnd();
        boolean padding = next == 0;
        while (next == 0) {
            next = nextOrEnd();
        }
        if (next < 0) {
            ended = true;
        } else if (padding || next != MAGIC || next() != MAGIC_2) {
            throw new SomethingBehindException();
        } else {
            inflater.reset();
            checksum.reset();
            readHeaderBehindMagic();
        }
    }

    /** Says that all members are whole, and something else follows. */
    public static final class SomethingBehindException extends ZipException {
        private static final long serialVersionUID = 1;

        SomethingBehindException() {
            super("something else behind the members");
        }
    }

    private void readHeader() throws IOException {
        if (next() != MAGIC || next() != MAGIC_2) {
            throw new ZipException("no gzip member");
        }
        readHeaderBehindMagic();
    }

    private void readHeaderBehindMagic() throws IOException {
        if (next() != DEFLATE) {
            throw new ZipException("no gzip member");
        }
        int flags = next();
        skip(HEADER_BYTES - 4);
        if ((flags & EXTRA) != 0) {
            skip(next() | next() << 8);
        }
        skipText((flags & NAME) != 0);
        skipText((flags & COMMENT) != 0);
        skip((flags & CHECKSUM) != 0 ? 2 : 0);
    }

    private void skip(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            next();
        }
    }

    private void skipText(boolean present) throws IOException {
        int c = present ? next() : 0;
        while (c != 0) {
            c = next();
        }
    }

    private long littleEndian() throws IOException {
        return next() | next() << 8 | next() << 16 | (long) next() << 24;
    }

    private int next() throws IOException {
        int next = nextOrEnd();
        if (next < 0) {
            throw new EOFException("cut off");
        }
        return next;
    }

    private int nextOrEnd() throws IOException {
        while (at == filled) {
            int read = in.read(input, 0, input.length);
            if (read < 0) {
                return -1;
            }
            at = 0;
            filled = read;
        }
        return input[at++] & 0xFF;
    }
}
