package io.github.memdump.file;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is written to a {@link Target}. A file is either there in full or not at all: it is written under a hidden name
 * in the same folder and takes its place when {@link #commit} is called; closing it without that leaves no trace, and
 * an earlier file of the name as it was. Only its owner may read it, since what comes from a heap may be secret.
 * Devices, pipes and sockets are written into as it comes. A failed write is remembered, so that whoever swallows it
 * still cannot commit.
 *
 * <pre>{@code
 * try (Output output = Output.to(target)) {
 *     write(output.stream());
 *     output.commit();
 * }
 * }</pre>
 *
 * <p>Not thread-safe.
 */
public final class Output implements AutoCloseable {
    private static final int BUFFER = 1 << 16;
    private static final int PIECE = BUFFER / 2;

    private final Target target;
    /** Null for what is no file, until another program needs a place to write to. */
    private @Nullable Unfinished unfinished;
    private @Nullable Remembering stream;

    private Output(Target target) {
        this.target = target;
    }

    /**
     * Begins what is to be at a target.
     *
     * @throws IOException if it cannot be written; the message is meant for people
     */
    public static Output to(Target target) throws IOException {
        Output output = new Output(target);
        if (target.isFile()) {
            Path folder = Objects.requireNonNull(target.place().getParent());
            try {
                output.unfinished = Unfinished.in(folder);
            } catch (FileSystemException refused) {
                throw new IOException(target + " cannot be written: no file can be created in " + folder + " ("
                    + Target.reason(refused) + "). Choose another place.", refused);
            }
        }
        return output;
    }

    /**
     * Removes what processes that were killed have left in a folder, which each writer into it does by itself, and
     * returns how many bytes that took.
     */
    public static long removeLeft(Path folder) {
        return Unfinished.sweep(folder);
    }

    /**
     * Returns the buffered stream to write to, always the same. To close it flushes it; {@link #commit} and
     * {@link #close} close it in truth.
     */
    public OutputStream stream() throws IOException {
        if (stream == null) {
            stream = new Remembering(target.isFile() ? Channels.newOutputStream(file().channel()) : target.open());
        }
        return stream;
    }

    private Unfinished file() {
        return Objects.requireNonNull(unfinished);
    }

    /**
     * Returns the channel to the file, for whoever writes at places of his choice.
     *
     * @throws IOException if the target is no file
     */
    public FileChannel channel() throws IOException {
        if (!target.isFile()) {
            throw new IOException(target + " is no file, which is needed here. Name one.");
        }
        return file().channel();
    }

    /**
     * Returns an empty file in a private folder, which another program may write or replace, to be
     * {@link #commit(Path)}ted.
     */
    public Path madeElsewhere(String name) throws IOException {
        if (unfinished == null) {
            unfinished = Unfinished.in(Path.of(System.getProperty("java.io.tmpdir")));
        }
        Path file = unfinished.folder().resolve(name);
        Modes.createFile(file);
        return file;
    }

    /** Puts what was written in its place, replacing a file that is there. */
    public void commit() throws IOException {
        if (stream != null) {
            stream.flush();
            stream.requireWritten();
        }
        if (!target.isFile()) {
            return;
        }
        Unfinished written = file();
        written.channel().force(false);
        Path file = written.file();
        written.requireOwn(file);
        Modes.setFile(file);
        place(file, () -> written.requireOwn(file));
        written.placed();
    }

    /** Puts a file that another program has made in its place. */
    public void commit(Path made) throws IOException {
        if (!target.isFile()) {
            Files.copy(made, stream());
            commit();
            return;
        }
        if (!Files.isRegularFile(made, LinkOption.NOFOLLOW_LINKS) || Files.size(made) == 0) {
            throw new IOException(target + " could not be written: there is no file. Is the disk full?");
        }
        Modes.setFile(made);
        try (FileChannel channel = FileChannel.open(made, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
            channel.force(false);
        }
        place(made, () -> { });
    }

    private void place(Path file, Unfinished.Step check) throws IOException {
        Unfinished.place(() -> {
            target.requireNoInput();
            check.run();
            try {
                Files.move(file, target.place(), StandardCopyOption.ATOMIC_MOVE);
            } catch (FileSystemException refused) {
                throw new IOException(target + " cannot be replaced: " + Target.reason(refused)
                    + ". Choose another place.", refused);
            }
        });
    }

    /** Takes away what was written unless it was committed. */
    @Override
    public void close() throws IOException {
        try {
            if (stream != null && !target.isFile() && !target.isStandardOutput()) {
                stream.end();
            }
        } finally {
            if (unfinished != null) {
                unfinished.close();
            }
        }
    }

    /** Remembers the first failure, and closes what is below only when all is over. */
    static final class Remembering extends FilterOutputStream {
        private final OutputStream below;
        private @Nullable IOException failure;

        Remembering(OutputStream below) {
            super(new BufferedOutputStream(new OutputStream() {
                @Override
                public void write(int b) throws IOException {
                    below.write(b);
                }

                @Override
                public void write(byte[] bytes, int offset, int length) throws IOException {
                    below.write(bytes, offset, length);
                }

                @Override
                public void flush() throws IOException {
                    below.flush();
                }
            }, BUFFER));
            this.below = below;
        }

        @Override
        public void write(int b) throws IOException {
            watched(() -> out.write(b));
        }

        /** In pieces, which are copied: a channel holds on to the last array that it was given, however large. */
        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            for (int done = 0; done < length; done += PIECE) {
                int from = offset + done;
                int piece = Math.min(PIECE, length - done);
                watched(() -> out.write(bytes, from, piece));
            }
        }

        @Override
        public void flush() throws IOException {
            watched(out::flush);
        }

        @Override
        public void close() throws IOException {
            flush();
        }

        private void watched(Unfinished.Step step) throws IOException {
            try {
                step.run();
            } catch (IOException failed) {
                failure = failure == null ? failed : failure;
                throw failed;
            }
        }

        void requireWritten() throws IOException {
            if (failure != null) {
                throw new IOException(failure.getMessage(), failure);
            }
        }

        void end() throws IOException {
            below.close();
        }
    }
}
