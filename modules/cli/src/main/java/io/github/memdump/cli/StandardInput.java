package io.github.memdump.cli;

import io.github.memdump.dump.DumpInput;
import io.github.memdump.file.Scratch;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Standard input as a dump. It can be read once; where it is to be read twice, the first reading copies it, as it
 * comes, to a temporary file that only the user may read and that goes when this is closed. Not thread-safe.
 */
final class StandardInput implements AutoCloseable {
    static final String NAME = "standard input";

    private final InputStream in;
    private boolean keep;
    private boolean opened;
    private Scratch copy;

    StandardInput(InputStream in) {
        this.in = in;
    }

    /** Asks for a copy. */
    void keep() {
        keep = true;
    }

    /** Returns the input: the first time the stream itself, then its copy. */
    DumpInput input() throws IOException {
        if (!opened) {
            opened = true;
            return DumpInput.of(NAME, keep ? copying() : in);
        }
        if (copy == null) {
            throw new IllegalStateException("standard input was not kept");
        }
        copy.stream().close();
        return DumpInput.of(copy.path());
    }

    private InputStream copying() throws IOException {
        copy = Scratch.make();
        return new Copying(in, copy.stream());
    }

    @Override
    public void close() throws IOException {
        if (copy != null) {
            copy.close();
        }
    }

    private static final class Copying extends FilterInputStream {
        private final OutputStream copy;

        Copying(InputStream in, OutputStream copy) {
            super(in);
            this.copy = copy;
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            if (value >= 0) {
                copy.write(value);
            }
            return value;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            if (read > 0) {
                copy.write(bytes, offset, read);
            }
            return read;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
