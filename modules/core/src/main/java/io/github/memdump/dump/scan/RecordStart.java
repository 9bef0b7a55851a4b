package io.github.memdump.dump.scan;

import java.nio.charset.StandardCharsets;

/** Tells the bytes every record of a dump begins with from all others. */
public final class RecordStart {
    /** So many bytes decide, blanks before the record included. */
    public static final int WINDOW = 64;

    private static final byte[] ADDRESS = bytes("\"address\"");
    private static final byte[] HEXADECIMAL = bytes("\"0x");
    private static final byte[] TYPE = bytes("\"type\"");
    private static final byte[][] TYPES = {bytes("\"ROOT\""), bytes("\"SHAPE\"")};
    private static final byte[] ROOT = bytes("\"root\"");

    private RecordStart() {
    }

    /**
     * Returns whether a record begins at {@code from}, behind blanks at most: an object whose first key is an address,
     * a root, or a type of the few that have been seen to come first.
     */
    public static boolean at(byte[] bytes, int from, int end) {
        int to = Math.min(end, from + WINDOW);
        int brace = skipBlanks(bytes, from, to);
        if (brace == to || bytes[brace] != '{') {
            return false;
        }
        int key = skipBlanks(bytes, brace + 1, to);
        if (matches(ADDRESS, bytes, key, to)) {
            return matches(HEXADECIMAL, bytes, value(bytes, key + ADDRESS.length, to), to);
        }
        if (matches(ROOT, bytes, key, to)) {
            int value = value(bytes, key + ROOT.length, to);
            return value < to && bytes[value] == '"';
        }
        if (!matches(TYPE, bytes, key, to)) {
            return false;
        }
        int value = value(bytes, key + TYPE.length, to);
        return matches(TYPES[0], bytes, value, to) || matches(TYPES[1], bytes, value, to);
    }

    /** Returns the first position from {@code from} on at which a record begins, or {@code to}; linear time. */
    public static int first(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && (bytes[i] != '{' || !at(bytes, i, to))) {
            i++;
        }
        return i;
    }

    /** Returns the position of the first byte from {@code from} on that is no blank; line ends are no blanks. */
    public static int skipBlanks(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && (bytes[i] == ' ' || bytes[i] == '\t' || bytes[i] == '\r')) {
            i++;
        }
        return i;
    }

    /** Returns where the value behind a colon begins, or {@code to} if there is no colon. */
    private static int value(byte[] bytes, int from, int to) {
        int colon = skipBlanks(bytes, from, to);
        return colon < to && bytes[colon] == ':' ? skipBlanks(bytes, colon + 1, to) : to;
    }

    private static boolean matches(byte[] expected, byte[] bytes, int from, int to) {
        if (to - from < expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if (bytes[from + i] != expected[i]) {
                return false;
            }
        }
        return true;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
