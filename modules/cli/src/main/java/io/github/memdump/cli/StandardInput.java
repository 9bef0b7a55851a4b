package io.github.memdump.cli;

import io.github.memdump.dump.DumpInput;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Standard input as a dump. It can be read once; where it is to be read twice, the first reading copies it, as it
 * comes, to a temporary file that only the user may read and that goes when this is closed. Not thread-safe.
 */
final class StandardInput implements AutoCloseable {
    static final String NAME = "standard input";

    private final InputStream in;
    private boolean keep;
    private boolean opened;
    private Path copy;
    private OutputStream copying;

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
        copying.close();
        return DumpInput.of(copy);
    }

    private InputStream copying() throws IOException {
        copy = Files.createTempFile("memdump-", ".json");
        copy.toFile().deleteOnExit();
        copying = Files.newOutputStream(copy);
        return new Copying(in, copying);
    }

    @Override
    public void close() throws IOException {
        if (copy != null) {
            copying.close();
            Files.deleteIfExists(copy);
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
