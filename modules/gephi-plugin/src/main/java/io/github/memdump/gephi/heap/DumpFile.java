package io.github.memdump.gephi.heap;

import io.github.memdump.dump.DumpException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.openide.util.NbBundle;

/** A dump on the disk and how to tell it from another one at the same place. Immutable. */
public final class DumpFile {
    /** What became of a dump since it was read. */
    public enum State {
        /** It is there as it was. */
        SAME,
        /** There is another file at its place. */
        CHANGED,
        /** It is not there. */
        GONE
    }

    private static final int SAMPLE = 1 << 16;

    private final Path path;
    private final long bytes;
    private final String fingerprint;
    private final String content;

    private DumpFile(Path path, long bytes, String fingerprint, String content) {
        this.content = content;
        this.path = path;
        this.bytes = bytes;
        this.fingerprint = fingerprint;
    }

    /**
     * Returns the dump at a path; reads its head and tail, 128 KiB.
     *
     * @throws DumpException if there is no readable file
     */
    public static DumpFile of(Path path) throws DumpException {
        Path absolute = path.toAbsolutePath().normalize();
        if (!Files.isRegularFile(absolute)) {
            throw new MissingDumpException(NbBundle.getMessage(DumpFile.class, "DumpFile.gone", absolute));
        }
        try {
            long bytes = Files.size(absolute);
            return new DumpFile(absolute, bytes, sampled(absolute, bytes), content(absolute, bytes));
        } catch (IOException failed) {
            throw new DumpException(
                NbBundle.getMessage(DumpFile.class, "DumpFile.unreadable", absolute, failed.getMessage()), failed);
        }
    }

    /** Returns a dump as it was when it was saved. */
    public static DumpFile remembered(Path path, long bytes, String fingerprint, String content) {
        return new DumpFile(path, bytes, fingerprint, content);
    }

    /** Returns a hash of the first bytes and the length of what a dump unpacks to, whether it is packed or not. */
    private static String content(Path path, long bytes) {
        try (InputStream stored = new BufferedInputStream(Files.newInputStream(path))) {
            stored.mark(2);
            boolean packed = stored.read() == 0x1F && stored.read() == 0x8B;
            stored.reset();
            byte[] head = (packed ? new GZIPInputStream(stored) : stored).readNBytes(SAMPLE);
            long length = packed ? PackedDump.unpackedLength(path) : bytes & 0xFFFFFFFFL;
            return hex(MessageDigest.getInstance("SHA-256").digest(head)) + ":" + length;
        } catch (IOException damaged) {
            return "";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String hex(byte[] bytes) {
        StringBuilder hex = new StringBuilder();
        for (byte b : bytes) {
            hex.append(String.format("%02x", b));
        }
        return hex.toString();
    }

    private static String sampled(Path path, long bytes) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] head = new byte[(int) Math.min(SAMPLE, bytes)];
            file.readFully(head);
            digest.update(head);
            byte[] tail = new byte[(int) Math.min(SAMPLE, bytes)];
            file.seek(bytes - tail.length);
            file.readFully(tail);
            digest.update(tail);
            return hex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Returns where it is, absolute. */
    public Path path() {
        return path;
    }

    /** Returns its name, without the number that Gephi gives a file that it has unpacked. */
    public String name() {
        return UnpackedName.of(path.getFileName().toString());
    }

    /** Returns its size in bytes as stored. */
    public long bytes() {
        return bytes;
    }

    /** Returns a hash of its head and tail, in hexadecimal. */
    public String fingerprint() {
        return fingerprint;
    }

    /** Returns a hash of what it unpacks to, by its first bytes and its length; empty where that is not known. */
    public String content() {
        return content;
    }

    /** Returns whether the file that is there now is this dump; reads at most 128 KiB. */
    public State state() {
        try {
            return of(path).sameDumpAs(this) ? State.SAME : State.CHANGED;
        } catch (DumpException gone) {
            return State.GONE;
        }
    }

    /** Returns whether another file, wherever it lies, holds the same dump as far as size, head and tail tell. */
    public boolean sameContentAs(DumpFile other) {
        return bytes == other.bytes && fingerprint.equals(other.fingerprint);
    }

    /** Returns whether another file holds the same dump, even if one of them is packed and the other is not. */
    public boolean sameDumpAs(DumpFile other) {
        return sameContentAs(other) || !content.isEmpty() && content.equals(other.content) && bytes != other.bytes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DumpFile && path.equals(((DumpFile) other).path)
            && sameContentAs((DumpFile) other);
    }

    @Override
    public int hashCode() {
        return Objects.hash(path, bytes, fingerprint);
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
