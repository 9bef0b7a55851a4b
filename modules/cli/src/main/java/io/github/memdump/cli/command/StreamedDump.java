package io.github.memdump.cli.command;

import io.github.memdump.dump.DumpInput;
import io.github.memdump.file.Patience;
import io.github.memdump.file.Scratch;
import java.io.FileInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A dump out of a stream: standard input, a pipe, or what a shell makes of {@code <(…)}. It can be read once; where it
 * is to be read twice, the first reading copies it, as it comes, to a temporary file that only the user may read and
 * that goes when this is closed. Not thread-safe.
 */
final class StreamedDump implements AutoCloseable {
    private final String name;
    private final Optional<Path> pipe;
    private final InputStream stream;
    private final Consumer<String> teller;
    private final boolean keep;
    private AwaitedInput in;
    private Scratch copy;

    private StreamedDump(String name, Optional<Path> pipe, InputStream stream, Consumer<String> teller, boolean keep) {
        this.name = name;
        this.pipe = pipe;
        this.stream = stream;
        this.teller = teller;
        this.keep = keep;
    }

    /** Makes the dump that comes from standard input, which is not closed; {@code keep} says whether it is copied. */
    static StreamedDump ofStandardInput(InputStream standardInput, Consumer<String> teller, boolean keep) {
        return new StreamedDump("standard input", Optional.empty(), standardInput, teller, keep);
    }

    /** Makes the dump that comes from a pipe, opened when it is first asked for. */
    static StreamedDump ofPipe(String name, Consumer<String> teller, boolean keep) {
        return new StreamedDump(name, Optional.of(Path.of(name)), InputStream.nullInputStream(), teller, keep);
    }

    private AwaitedInput open() throws IOException {
        try {
            return AwaitedInput.open(name, Patience.USUAL_MILLIS, teller,
                () -> pipe.isPresent() ? new FileInputStream(pipe.get().toFile()) : stream);
        } catch (IOException failed) {
            throw DumpInput.of(name, stream).unreadable(failed);
        }
    }

    /** Returns the input: the first time the stream itself, then its copy. */
    DumpInput input() throws IOException {
        if (in == null) {
            in = open();
            return DumpInput.of(name, keep ? copying() : in);
        }
        if (copy == null) {
            throw new IllegalStateException(name + " was not kept");
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
        if (in != null) {
            in.end();
        }
        if (in != null && pipe.isPresent()) {
            in.close();
        }
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
