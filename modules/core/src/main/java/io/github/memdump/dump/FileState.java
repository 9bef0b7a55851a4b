package io.github.memdump.dump;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

/** Size and time of a regular file, as they were when it was opened; of other inputs nothing. */
final class FileState {
    private final Path file;
    private final long size;
    private final FileTime time;

    FileState(Path file) {
        boolean regular = file != null && Files.isRegularFile(file);
        this.file = regular ? file : null;
        this.size = regular ? size() : 0;
        this.time = regular ? time() : null;
    }

    /** Returns whether someone has written to the file since. */
    boolean hasChanged() {
        return file != null && (size() != size || !time().equals(time));
    }

    private long size() {
        try {
            return Files.size(file);
        } catch (IOException gone) {
            return -1;
        }
    }

    private FileTime time() {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException gone) {
            return FileTime.fromMillis(0);
        }
    }
}
