package io.github.memdump.dump;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** Tells a Ruby heap dump from other files by its first bytes, never by its name. */
public final class DumpFormat {
    private static final int HEAD_BYTES = 4096;
    private static final Pattern PRETTY_PRINTED =
        Pattern.compile("\\[?\\s*\\{\\s*[\r\n]\\s*\"(address\"\\s*:\\s*\"0x|type\"\\s*:\\s*\"[A-Z]|root\"\\s*:)");

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
        int from = byteOrderMark(head, head.length);
        while (from < head.length && Character.isWhitespace(head[from])) {
            from++;
        }
        return RecordStart.at(head, from, head.length);
    }

    /** Returns how many bytes of a byte order mark of UTF-8 a text begins with: three or none. */
    static int byteOrderMark(byte[] head, int length) {
        return length >= 3 && head[0] == (byte) 0xEF && head[1] == (byte) 0xBB && head[2] == (byte) 0xBF ? 3 : 0;
    }

    /** Returns in words what a file that is no dump looks like, from its first bytes. */
    static String guess(byte[] head, int length) {
        String text = new String(head, 0, Math.min(length, 512), StandardCharsets.ISO_8859_1).trim();
        if (text.startsWith("\u00FF\u00FE") || text.startsWith("\u00FE\u00FF")) {
            return "it is text in UTF-16, as some shells write; convert it to UTF-8 first";
        }
        if (PRETTY_PRINTED.matcher(text).lookingAt()) {
            return "its records are spread over several lines; put each on one line first, as jq -c . does";
        }
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
