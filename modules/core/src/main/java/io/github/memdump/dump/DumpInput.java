package io.github.memdump.dump;

import io.github.memdump.dump.archive.CountedInput;
import io.github.memdump.dump.archive.ForeignFormat;
import io.github.memdump.dump.archive.GzipMembers;
import io.github.memdump.dump.archive.HeadedInput;
import io.github.memdump.dump.scan.RecordStart;
import java.io.EOFException;
import java.io.FileInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Where a dump is read from: a file or a stream such as standard input, plain or gzip (told by its first bytes,
 * whatever the name). An input from a file may be opened any number of times, one from a stream once.
 */
public final class DumpInput {
    private static final int BUFFER = 1 << 16;

    private final String name;
    private final @Nullable Path file;
    private final @Nullable InputStream stream;

    private DumpInput(String name, @Nullable Path file, @Nullable InputStream stream) {
        this.name = name;
        this.file = file;
        this.stream = stream;
    }

    /** Returns the input that reads a file. */
    public static DumpInput of(Path file) {
        return new DumpInput(file.toString(), file, null);
    }

    /** Returns the input that reads an open stream, called by a name in messages; the stream is not closed. */
    public static DumpInput of(String name, InputStream stream) {
        return new DumpInput(name, null, stream);
    }

    /** Returns what the dump is called in messages: the path as it was given. */
    public String name() {
        return name;
    }

    /** Returns the file that is read, or nothing where it is a stream. */
    public Optional<Path> file() {
        return Optional.ofNullable(file);
    }

    /** Returns the size in bytes as stored (compressed), or -1 where it is not known. */
    public long storedBytes() {
        try {
            return isRegular() ? Files.size(file) : -1;
        } catch (IOException gone) {
            return -1;
        }
    }

    /** Opens the input; the caller closes it. */
    Opened open() throws DumpException {
        FileState state = file == null ? FileState.NONE : new FileState(file);
        InputStream raw = file == null ? new Unclosed(Objects.requireNonNull(stream)) : open(file);
        CountedInput counting = new CountedInput(raw);
        try {
            HeadedInput content = new HeadedInput(counting, DumpFormat.HEAD_BYTES);
            if (content.head().length == 0) {
                content.read(new byte[1], 0, 1);
                throw empty();
            }
            if (DumpFormat.isGzip(content.head())) {
                content = new HeadedInput(new GzipMembers(content, BUFFER), DumpFormat.HEAD_BYTES);
            }
            requireNoOther(content.head());
            return new Opened(content, counting, state);
        } catch (EOFException | ZipException damaged) {
            closeQuietly(raw);
            throw cutOff();
        } catch (IOException failed) {
            closeQuietly(raw);
            throw failed instanceof DumpException ? (DumpException) failed : unreadable(failed);
        }
    }

    /** Fails where the first bytes are those of another format; of what may never end, also where they are no text. */
    private void requireNoOther(byte[] head) throws NotADumpException {
        Optional<ForeignFormat> other = ForeignFormat.of(head, head.length);
        if (other.isPresent()) {
            throw new NotADumpException(name + " is not a Ruby heap dump: " + other.get().words());
        }
        if (!isRegular() && DumpFormat.isBinary(head) && RecordStart.first(head, 0, head.length) == head.length) {
            throw DumpFormat.notADump(name, head);
        }
    }

    private boolean isRegular() {
        return file != null && Files.isRegularFile(file);
    }

    private InputStream open(Path file) throws DumpException {
        if (file.toString().isEmpty()) {
            throw new DumpException("The name of a dump is empty: was it to come from a variable that is not set?");
        }
        if (Files.isDirectory(file)) {
            throw new DumpException(name + " is a directory. Name the dump file in it.");
        }
        if (!Files.exists(file)) {
            throw new DumpException(name + " does not exist. Check the path"
                + (file.isAbsolute() ? "." : " (looked for in " + Path.of("").toAbsolutePath() + ")."));
        }
        if (!Files.isReadable(file)) {
            throw new DumpException(name + " cannot be read: permission denied. Dumps are often written by another"
                + " user; copy it or change its mode.");
        }
        try {
            // A channel asks a pipe for its position, and fails.
            return isRegular() ? Files.newInputStream(file) : new FileInputStream(file.toFile());
        } catch (IOException failed) {
            throw unreadable(failed);
        }
    }

    DumpException empty() {
        return new DumpException(name + " is empty (0 bytes). Take the dump again; the process must be able to write"
            + " to the end.");
    }

    DumpException cutOff() {
        return new DumpException(name + " is packed with gzip and damaged or cut off before its first line ends. Take"
            + " or copy the dump again.");
    }

    /** Returns what to say of a failure to open or to read it. */
    public DumpException unreadable(IOException failed) {
        String why = String.valueOf(failed.getMessage());
        // Java names the file again where it cannot be opened.
        return new DumpException(name + " cannot be read: " + (why.startsWith(name + " (")
            ? why.substring(name.length() + 2, why.length() - 1) : why), failed);
    }

    private static void closeQuietly(InputStream in) {
        try {
            in.close();
        } catch (IOException ignored) {
            // The failure that led here is the one to report.
        }
    }

    /** An open input: the decompressed bytes, and how many stored bytes have been read for them. */
    static final class Opened implements AutoCloseable {
        final InputStream in;
        private final CountedInput counting;
        private final FileState state;

        Opened(InputStream in, CountedInput counting, FileState state) {
            this.in = in;
            this.counting = counting;
            this.state = state;
        }

        long storedBytesRead() {
            return counting.bytesRead();
        }

        /** Returns the state of the file when it was opened. */
        FileState state() {
            return state;
        }

        @Override
        public void close() {
            closeQuietly(in);
        }
    }

    private static final class Unclosed extends FilterInputStream {
        Unclosed(InputStream in) {
            super(in);
        }

        @Override
        public void close() {
            // Standard input belongs to the process.
        }
    }
}
