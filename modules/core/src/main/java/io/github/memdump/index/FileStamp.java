package io.github.memdump.index;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What the file system says of a regular file: where it is, its size, when it was written, when anything about it was
 * changed, and its inode. Whoever puts another content under the same path changes one of them, short of setting back
 * the clock. Immutable.
 */
final class FileStamp {
    /** File systems count time in steps of a few milliseconds. */
    private static final Duration FINE = Duration.ofMillis(100);
    /** Where a time is in whole seconds, the step may be as long as two (FAT). */
    private static final Duration COARSE = Duration.ofSeconds(3);

    private final String path;
    private final long size;
    private final Instant written;
    private final Instant changed;
    private final String inode;

    private FileStamp(String path, long size, Instant written, Instant changed, String inode) {
        this.path = path;
        this.size = size;
        this.written = written;
        this.changed = changed;
        this.inode = inode;
    }

    /** Returns the stamp of a file as it is now, or nothing if it is no regular file that can be read. */
    static Optional<FileStamp> of(Path file) {
        try {
            Path real = file.toRealPath();
            BasicFileAttributes basic = Files.readAttributes(real, BasicFileAttributes.class);
            if (!basic.isRegularFile() || !Files.isReadable(real)) {
                return Optional.empty();
            }
            Instant changed = basic.creationTime().toInstant();
            String inode = "";
            if (real.getFileSystem().supportedFileAttributeViews().contains("unix")) {
                Map<String, Object> unix = Files.readAttributes(real, "unix:ctime,ino");
                changed = ((FileTime) Objects.requireNonNull(unix.get("ctime"))).toInstant();
                inode = String.valueOf(unix.get("ino"));
            }
            return Optional.of(new FileStamp(real.toString(), basic.size(), basic.lastModifiedTime().toInstant(),
                changed, inode));
        } catch (IOException | SecurityException gone) {
            return Optional.empty();
        }
    }

    static FileStamp from(DataInput in) throws IOException {
        return new FileStamp(in.readUTF(), in.readLong(), instant(in), instant(in), in.readUTF());
    }

    void writeTo(DataOutput out) throws IOException {
        out.writeUTF(path);
        out.writeLong(size);
        write(written, out);
        write(changed, out);
        out.writeUTF(inode);
    }

    /** Returns the path without symbolic links. */
    String path() {
        return path;
    }

    /** Returns the size in bytes. */
    long size() {
        return size;
    }

    /**
     * Returns whether the file was last written so long before now that whoever writes to it from now on gives it
     * another time. Without that, a change in the same tick of the clock would leave no trace here.
     */
    boolean isSettledAt(Instant now) {
        Duration step = written.toEpochMilli() % 1000 == 0 ? COARSE : FINE;
        return written.plus(step).isBefore(now);
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof FileStamp)) {
            return false;
        }
        FileStamp stamp = (FileStamp) other;
        return path.equals(stamp.path) && size == stamp.size && written.equals(stamp.written)
            && changed.equals(stamp.changed) && inode.equals(stamp.inode);
    }

    @Override
    public int hashCode() {
        return path.hashCode() * 31 + written.hashCode();
    }

    private static void write(Instant time, DataOutput out) throws IOException {
        out.writeLong(time.getEpochSecond());
        out.writeInt(time.getNano());
    }

    private static Instant instant(DataInput in) throws IOException {
        return Instant.ofEpochSecond(in.readLong(), in.readInt());
    }
}
