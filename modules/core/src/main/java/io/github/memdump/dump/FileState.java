package io.github.memdump.dump;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Size and time of a regular file, as they were when it was opened; of other inputs nothing. Immutable, thread-safe.
 */
public final class FileState {
    /** The state of an input that is no regular file: a stream or a pipe. */
    public static final FileState NONE = new FileState();

    private final @Nullable Path file;
    private final long size;
    private final @Nullable FileTime time;

    private FileState() {
        this.file = null;
        this.size = 0;
        this.time = null;
    }

    /** Takes down the state of a file as it is now; of a pipe or a device it is {@link #NONE}'s. */
    public FileState(Path file) {
        boolean regular = Files.isRegularFile(file);
        this.file = regular ? file : null;
        this.size = regular ? size(file) : 0;
        this.time = regular ? time(file) : null;
    }

    /** Returns the file; nothing where the input was a stream or a pipe, which cannot be read again. */
    public Optional<Path> file() {
        return Optional.ofNullable(file);
    }

    /** Returns whether someone has written to the file since, or has taken it away. */
    public boolean hasChanged() {
        return file != null && (size(file) != size || !time(file).equals(time));
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException gone) {
            return -1;
        }
    }

    private static FileTime time(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException gone) {
            return FileTime.fromMillis(0);
        }
    }
}
