package io.github.memdump.gephi.heap;

import io.github.memdump.dump.DumpFormat;
import io.github.memdump.dump.archive.CountedInput;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * What some megabytes of a dump tell: enough to say how large the heap will be, whether allocations were traced, and
 * which of two dumps was taken later. Of a plain file they are spread over all of it, since its beginning is older
 * than the rest; of an archive only the beginning can be read. Immutable.
 */
public final class DumpSample {
    /** What {@link #generation} is where no sampled record carries one. */
    public static final int UNTRACED = -1;

    private static final int LIMIT = 8 << 20;
    private static final int WINDOWS = 32;
    private static final byte[] ROOT = "{\"type\":\"ROOT\"".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern GENERATION = Pattern.compile("\"generation\":\\s*(\\d{1,9})");
    private static final int BYTES_PER_OBJECT = 48;
    private static final int BYTES_PER_REFERENCE = 8;

    private final boolean dump;
    private final boolean throughout;
    private final long bytes;
    private final long modified;
    private final int generation;
    private final long objects;
    private final long references;

    private DumpSample(boolean dump, boolean throughout, long bytes, long modified, int generation, long objects,
        long references) {
        this.dump = dump;
        this.throughout = throughout;
        this.bytes = bytes;
        this.modified = modified;
        this.generation = generation;
        this.objects = objects;
        this.references = references;
    }

    /** Reads parts of a file, for up to a second: not for the event thread. What cannot be read is no dump. */
    public static DumpSample of(Path file) {
        try {
            long bytes = Files.size(file);
            long modified = Files.getLastModifiedTime(file).toMillis();
            return DumpFormat.recognises(file) ? sampled(file, bytes, modified)
                : new DumpSample(false, true, bytes, modified, UNTRACED, 0, 0);
        } catch (IOException unreadable) {
            return new DumpSample(false, true, 0, 0, UNTRACED, 0, 0);
        }
    }

    private static DumpSample sampled(Path file, long bytes, long modified) throws IOException {
        try (CountedInput stored = new CountedInput(Files.newInputStream(file));
            BufferedInputStream in = new BufferedInputStream(stored)) {
            if (isGzip(in)) {
                byte[] head = unpacked(in);
                boolean whole = head.length < LIMIT;
                long total = whole ? head.length
                    : unpackedBytes(file, bytes, (double) bytes / Math.max(1, stored.bytesRead()) * head.length);
                return counted(head, whole, bytes, modified, total);
            }
        }
        return counted(spread(file, bytes), true, bytes, modified, bytes);
    }

    /**
     * An archive ends with the number of bytes that it unpacks to, modulo 2^32 (RFC 1952); about how many times that
     * is over, the part that was unpacked tells. One of several archives in a file is all that the number is about.
     */
    private static long unpackedBytes(Path file, long bytes, double estimate) throws IOException {
        ByteBuffer end = ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            channel.position(Math.max(0, bytes - Integer.BYTES));
            channel.read(end);
        }
        long low = end.getInt(0) & 0xFFFFFFFFL;
        long total = low + (Math.max(0, Math.round((estimate - low) / 0x1p32)) << Integer.SIZE);
        return total < LIMIT ? (long) estimate : total;
    }

    private static boolean isGzip(InputStream in) throws IOException {
        in.mark(2);
        boolean gzip = in.read() == 0x1F && in.read() == 0x8B;
        in.reset();
        return gzip;
    }

    /**
     * Returns a file of up to {@link #LIMIT} bytes whole, of a larger one windows at even distances, ends included. A
     * window's last byte is blank, so that no number runs on into the next window.
     */
    private static byte[] spread(Path file, long bytes) throws IOException {
        if (bytes <= LIMIT) {
            return Files.readAllBytes(file);
        }
        ByteBuffer parts = ByteBuffer.allocate(LIMIT);
        int window = LIMIT / WINDOWS;
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            for (int i = 0; i < WINDOWS; i++) {
                channel.position((bytes - window) / (WINDOWS - 1) * i);
                parts.limit(parts.position() + window);
                int read = 0;
                while (parts.hasRemaining() && read >= 0) {
                    read = channel.read(parts);
                }
                parts.put(parts.position() - 1, (byte) ' ');
            }
        }
        return Arrays.copyOf(parts.array(), parts.position());
    }

    /** Returns where the ROOT records end with which a dump begins; their lines are longer than all others. */
    private static int endOfRoots(byte[] text) {
        int end = 0;
        for (int i = 0; i + ROOT.length <= text.length && Arrays.equals(text, i, i + ROOT.length, ROOT, 0, ROOT.length);
            i = end) {
            while (end < text.length && text[end] != '\n') {
                end++;
            }
            end++;
        }
        return Math.min(end, text.length);
    }

    private static DumpSample counted(byte[] text, boolean throughout, long bytes, long modified, long total) {
        int generation = UNTRACED;
        Matcher matcher = GENERATION.matcher(new String(text, StandardCharsets.ISO_8859_1));
        while (matcher.find()) {
            generation = Math.max(generation, Integer.parseInt(matcher.group(1)));
        }
        int roots = throughout ? 0 : endOfRoots(text);
        double share = (double) (total - roots) / Math.max(1, text.length - roots);
        double lines = 0;
        double addresses = 0;
        for (int i = 0; i + 2 < text.length; i++) {
            double weight = i < roots ? 1 : share;
            lines += text[i] == '\n' ? weight : 0;
            addresses += text[i] == '"' && text[i + 1] == '0' && text[i + 2] == 'x' ? weight : 0;
        }
        long objects = Math.max(1, Math.round(lines));
        // Two addresses of a record are its own and its class's.
        long references = Math.max(0, Math.round(addresses - 2 * lines));
        return new DumpSample(true, throughout, bytes, modified, generation, objects, references);
    }

    private static byte[] unpacked(InputStream stored) {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        byte[] block = new byte[1 << 16];
        try (InputStream unpacking = new GZIPInputStream(stored)) {
            for (int read = unpacking.read(block); read > 0 && head.size() < LIMIT; read = unpacking.read(block)) {
                head.write(block, 0, read);
            }
        } catch (IOException cutOff) {
            // The rest of a damaged archive is missing; what came before still tells.
            return head.toByteArray();
        }
        return head.toByteArray();
    }

    /** Returns whether the file begins like a dump. */
    public boolean isDump() {
        return dump;
    }

    /** Returns whether all parts of the dump are in the sample, and not its beginning alone. */
    public boolean isThroughout() {
        return throughout;
    }

    /** Returns the size in bytes as stored. */
    public long bytes() {
        return bytes;
    }

    /** Returns when the file was last changed, in milliseconds. */
    public long modified() {
        return modified;
    }

    /** Returns the highest generation that was sampled, or {@link #UNTRACED}. */
    public int generation() {
        return generation;
    }

    /** Returns whether the dump certainly has no generations; of an archive the beginning alone does not tell. */
    public boolean isUntraced() {
        return throughout && generation == UNTRACED;
    }

    /** Returns about how many objects the dump has. */
    public long objects() {
        return objects;
    }

    /** Returns about how many bytes of memory its heap takes while it is loaded. */
    public long memory() {
        return memory(objects, references);
    }

    static long memory(long objects, long references) {
        return objects * BYTES_PER_OBJECT + references * BYTES_PER_REFERENCE;
    }
}
