package io.github.memdump.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Path;

/** A private file in the system's folder for temporary ones, which goes when this is closed. Not thread-safe. */
public final class Scratch implements AutoCloseable {
    private final Unfinished unfinished;
    private final Output.Remembering stream;

    private Scratch(Unfinished unfinished) {
        this.unfinished = unfinished;
        this.stream = new Output.Remembering(Channels.newOutputStream(unfinished.channel()));
    }

    /** Makes one. */
    public static Scratch make() throws IOException {
        return new Scratch(Unfinished.in(Path.of(System.getProperty("java.io.tmpdir"))));
    }

    /** Returns the file. */
    public Path path() {
        return unfinished.file();
    }

    /** Returns the buffered stream to write to; to close it flushes it. */
    public OutputStream stream() {
        return stream;
    }

    /** Removes the file. */
    @Override
    public void close() throws IOException {
        unfinished.close();
    }
}
