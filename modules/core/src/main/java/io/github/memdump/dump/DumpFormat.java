package io.github.memdump.dump;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Tells a Ruby heap dump from other files by its first bytes, never by its name. */
public final class DumpFormat {
    private static final int HEAD_BYTES = 4096;

    private DumpFormat() {
    }

    /**
     * Returns whether a file begins like a dump, plain or gzip. Reads a few bytes (of gzip: up to some kilobytes), so
     * it may be called on the event thread. A file that cannot be read is not a dump.
     */
    public static boolean recognises(Path file) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return recognises(in);
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** Returns whether a stream begins like a dump, plain or gzip; what was read of it is consumed. */
    public static boolean recognises(InputStream in) throws IOException {
        byte[] head = in.readNBytes(HEAD_BYTES);
        if (isGzip(head)) {
            try (InputStream unpacked = new GZIPInputStream(new java.io.ByteArrayInputStream(head))) {
                head = unpacked.readNBytes(HEAD_BYTES);
            }
        }
        return beginsLikeADump(head);
    }

    /** Returns whether these first bytes are those of a gzip file. */
    static boolean isGzip(byte[] head) {
        return head.length >= 2 && (head[0] & 0xFF) == 0x1F && (head[1] & 0xFF) == 0x8B;
    }

    private static boolean beginsLikeADump(byte[] head) {
        int from = 0;
        while (from < head.length && Character.isWhitespace(head[from])) {
            from++;
        }
        return RecordStart.at(head, from, head.length);
    }

    /** Returns in words what a file that is no dump looks like, from its first bytes. */
    static String guess(byte[] head, int length) {
        String text = new String(head, 0, Math.min(length, 512), StandardCharsets.ISO_8859_1).trim();
        if (text.startsWith("<")) {
            return text.contains("<gexf") ? "it is a GEXF graph" : "it looks like XML or HTML";
        }
        if (text.startsWith("graph") || text.startsWith("Creator")) {
            return "it looks like a GML graph";
        }
        if (text.startsWith("{") || text.startsWith("[")) {
            return "it is JSON of another kind";
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '\t') {
                return "it is a binary file";
            }
        }
        return "it looks like plain text";
    }
}
