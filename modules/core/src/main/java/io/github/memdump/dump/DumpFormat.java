package io.github.memdump.dump;

import io.github.memdump.dump.archive.GzipMembers;
import io.github.memdump.dump.archive.HeadedInput;
import io.github.memdump.dump.scan.RecordStart;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Tells a Ruby heap dump from other files by its first bytes, never by its name. */
public final class DumpFormat {
    /** So many bytes are looked at. */
    static final int HEAD_BYTES = 4096;
    /** A packed file unpacks to that much from fewer stored bytes than these, unless it is made to keep one busy. */
    private static final int STORED_BYTES = 1 << 20;
    private static final Pattern PRETTY_PRINTED = Pattern.compile(
        "\\[?\\s*\\{\\s*[\r\n]\\s*\"(address\"\\s*:\\s*\"0x|type\"\\s*:"
        + "\\s*\"[A-Z]|root\"\\s*:|references\"\\s*:\\s*\\[)");
    private static final Pattern ARRAY = Pattern.compile("\\[\\s*\\{\\s*\"(address|type|root|references)\"");

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
        HeadedInput content = new HeadedInput(new AtMost(in, STORED_BYTES), HEAD_BYTES);
        if (isGzip(content.head())) {
            try (GzipMembers unpacked = new GzipMembers(content, HEAD_BYTES)) {
                return beginsLikeADump(new HeadedInput(unpacked, HEAD_BYTES).head());
            }
        }
        return beginsLikeADump(content.head());
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

    /** Returns in words what a file that is no dump looks like. */
    private static String guess(byte[] head) {
        String beginning = new String(head, 0, Math.min(head.length, 512), StandardCharsets.ISO_8859_1);
        if (beginning.isBlank()) {
            return "it begins with blank space and nothing else";
        }
        String text = beginning.trim();
        if (PRETTY_PRINTED.matcher(text).lookingAt()) {
            return "its records are spread over several lines; put each on one line first, as jq -c "
                + (text.startsWith("[") ? "'.[]' does" : ". does");
        }
        if (ARRAY.matcher(text).lookingAt()) {
            return "it is one array of records in one line; put each on a line of its own first, as jq -c '.[]' does";
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
        return isBinary(head) ? "it is a binary file" : "it looks like plain text";
    }

    /** Returns what to say of an input that begins so and is no dump. */
    static NotADumpException notADump(String name, byte[] head) {
        return new NotADumpException(name + " is not a Ruby heap dump: " + guess(head) + ". Expected the lines that"
            + " ObjectSpace.dump_all writes, one JSON object each, such as"
            + " {\"address\":\"0x7f…\", \"type\":\"STRING\", …}.");
    }

    /** Returns whether a file begins with bytes that are no text, one in twenty at least. */
    static boolean isBinary(byte[] head) {
        int controls = 0;
        for (byte c : head) {
            controls += c >= 0 && c < ' ' && c != '\t' && c != '\n' && c != '\r' ? 1 : 0;
        }
        return controls * 20 > head.length;
    }

    /** The beginning of a stream, which is not closed. */
    private static final class AtMost extends FilterInputStream {
        private int left;

        AtMost(InputStream in, int bytes) {
            super(in);
            left = bytes;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = left == 0 ? -1 : in.read(bytes, offset, Math.min(length, left));
            left -= Math.max(0, read);
            return read;
        }

        @Override
        public void close() {
            // Whoever opened the stream closes it.
        }
    }
}
