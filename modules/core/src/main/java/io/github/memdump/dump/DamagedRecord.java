package io.github.memdump.dump;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A second, tolerant reading of a record that is not JSON: finds which bytes are the value of which key, and goes on at
 * the next key of the format where a value cannot be read. Ruby writes address, type, class and references first and
 * escapes them well, and does not escape the file and some names at all; so a quote inside such a string is taken for
 * its end only if a key or the end of the record follows. A key that comes twice ends the reading: from there on the
 * bytes belong to something else. Linear time for each reading. Not thread-safe.
 */
final class DamagedRecord {
    private static final Set<String> KEYS = Set.of("address", "type", "class", "root", "references", "memsize",
        "flags", "frozen", "shape_id", "slot_size", "file", "line", "method", "generation", "length", "embedded",
        "shared", "name", "superclass", "real_class_name", "singleton", "variation_count", "imemo_type", "called_id",
        "mid", "receiver_class", "bytesize", "capacity", "fstring", "value", "encoding", "broken", "coderange",
        "chilled", "size", "default", "ivars", "too_complex_shape", "complex_shape", "struct", "fd", "id",
        "parent_id", "depth", "shape_type", "edges", "edge_name");
    /** Keys whose strings some Ruby does not escape. */
    private static final Set<String> UNESCAPED = Set.of("file", "name", "struct", "real_class_name");
    private static final int LONGEST_KEY = 32;
    private static final int NOWHERE = -1;

    private final byte[] bytes;
    private final Map<String, Slice> values = new LinkedHashMap<>();
    private int to;
    private int end;
    private boolean skipped;
    private boolean ended;

    DamagedRecord(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The bytes of a value, quotes and brackets included. */
    static final class Slice {
        final int from;
        final int to;

        Slice(int from, int to) {
            this.from = from;
            this.to = to;
        }
    }

    /** Reads a range that begins like a record ({@link RecordStart#at}). */
    void read(int from, int rangeEnd) {
        values.clear();
        to = rangeEnd;
        end = rangeEnd;
        skipped = false;
        ended = false;
        String previous = "";
        int key = skipBlanks(skipBlanks(from) + 1);
        while (key != NOWHERE) {
            int colon = colonOf(key);
            if (colon == NOWHERE) {
                key = goOn(key, true);
                continue;
            }
            String name = keyAt(key);
            if (values.containsKey(name)) {
                if (UNESCAPED.contains(previous)) {
                    values.remove(previous);
                }
                return;
            }
            previous = name;
            int value = skipBlanks(colon + 1);
            int valueEnd = valueEnd(name, value);
            if (valueEnd != NOWHERE) {
                values.put(name, new Slice(value, valueEnd));
            }
            int next = valueEnd == NOWHERE ? to : skipBlanks(valueEnd);
            if (next < to && bytes[next] == ',') {
                key = skipBlanks(next + 1);
            } else if (next < to && endsRecord(next)) {
                ended = true;
                return;
            } else {
                key = goOn(valueEnd == NOWHERE ? value : valueEnd, !UNESCAPED.contains(name));
            }
        }
    }

    /** Returns whether the last reading came to the end of the record and had to skip nothing on the way. */
    boolean isWhole() {
        return ended && !skipped;
    }

    /** Returns whether the last reading came to the end of the record, over damage or not. */
    boolean isEnded() {
        return ended;
    }

    /** Returns where the last reading ended: at the end of its range, or where another record begins inside. */
    int end() {
        return end;
    }

    /** Returns the bytes of each value that was found, by its key, in the order of the record. */
    Map<String, Slice> values() {
        return values;
    }

    /** Returns where a value ends, or {@link #NOWHERE} if that cannot be told. */
    private int valueEnd(String name, int value) {
        if (value == to) {
            return NOWHERE;
        }
        if (bytes[value] == '"') {
            return stringEnd(value, UNESCAPED.contains(name));
        }
        if (bytes[value] == '[' && name.equals("references")) {
            return referencesEnd(value);
        }
        return bytes[value] == '[' || bytes[value] == '{' ? nestedEnd(value) : literalEnd(value);
    }

    private int stringEnd(int open, boolean unescaped) {
        boolean first = true;
        for (int i = open + 1; i < to; i++) {
            if (bytes[i] == '\\' && !unescaped) {
                i++;
            } else if (bytes[i] == '{' && unescaped && RecordStart.at(bytes, i, to)) {
                return NOWHERE;
            } else if (bytes[i] == '"') {
                if (first && !unescaped && separatorAt(i + 1) || keyOrEndAt(i + 1, first)) {
                    return i + 1;
                }
                if (isKnownKey(i)) {
                    return NOWHERE;
                }
                first = false;
            }
        }
        return NOWHERE;
    }

    /** Returns whether a well escaped string can end before a position. */
    private boolean separatorAt(int position) {
        int next = skipBlanks(position);
        return next == to || bytes[next] == ',' || bytes[next] == '}';
    }

    /** Returns whether a comma with a key, or the end of the record, follows at a position. */
    private boolean keyOrEndAt(int position, boolean anyKey) {
        int next = skipBlanks(position);
        if (next == to || bytes[next] != ',') {
            return next < to && endsRecord(next);
        }
        int key = skipBlanks(next + 1);
        return colonOf(key) != NOWHERE && (anyKey || KEYS.contains(keyAt(key)));
    }

    private boolean endsRecord(int position) {
        return bytes[position] == '}' && skipBlanks(position + 1) == to;
    }

    /** Returns the end of an array of addresses: its bracket, or the next key or the end if that is missing. */
    private int referencesEnd(int open) {
        for (int i = open + 1; i < to; i++) {
            if (bytes[i] == ']') {
                return i + 1;
            }
            if (bytes[i] == '"' && isKnownKey(i) || bytes[i] == '{' && RecordStart.at(bytes, i, to)) {
                return i;
            }
        }
        return to;
    }

    private int nestedEnd(int open) {
        int depth = 0;
        for (int i = open; i < to; i++) {
            byte c = bytes[i];
            if (c == '"') {
                while (++i < to && bytes[i] != '"') {
                    i += bytes[i] == '\\' ? 1 : 0;
                }
            } else if (c == '[' || c == '{') {
                depth++;
            } else if ((c == ']' || c == '}') && --depth == 0) {
                return i + 1;
            }
        }
        return NOWHERE;
    }

    private int literalEnd(int value) {
        int i = value;
        while (i < to && (Character.isLetterOrDigit(bytes[i] & 0x7F) || bytes[i] == '-' || bytes[i] == '.')) {
            i++;
        }
        return i == value ? NOWHERE : i;
    }

    /** Returns the next key of the format behind damage; where another record begins before it, the reading ends. */
    private int goOn(int from, boolean mayMeetRecord) {
        skipped = true;
        for (int i = from; i < to; i++) {
            if (bytes[i] == '"' && isKnownKey(i)) {
                return i;
            }
            if (bytes[i] == '{' && RecordStart.at(bytes, i, to)) {
                end = mayMeetRecord ? i : to;
                return NOWHERE;
            }
        }
        return NOWHERE;
    }

    /** Returns whether a comma and a key of the format lie around the quote at a position. */
    private boolean isKnownKey(int quote) {
        int before = quote - 1;
        while (before > 0 && bytes[before] == ' ') {
            before--;
        }
        return before >= 0 && bytes[before] == ',' && colonOf(quote) != NOWHERE && KEYS.contains(keyAt(quote));
    }

    /** Returns the position of the colon behind the key that begins at a position, or {@link #NOWHERE}. */
    private int colonOf(int quote) {
        if (quote >= to || bytes[quote] != '"') {
            return NOWHERE;
        }
        int close = keyEnd(quote);
        int colon = skipBlanks(close + 1);
        return close > quote + 1 && close < to && bytes[close] == '"' && colon < to && bytes[colon] == ':' ? colon
            : NOWHERE;
    }

    private String keyAt(int quote) {
        return new String(bytes, quote + 1, keyEnd(quote) - quote - 1, StandardCharsets.ISO_8859_1);
    }

    private int keyEnd(int quote) {
        int i = quote + 1;
        while (i < to && i - quote <= LONGEST_KEY && (bytes[i] >= 'a' && bytes[i] <= 'z' || bytes[i] == '_')) {
            i++;
        }
        return i;
    }

    /** Line ends are blanks here: they lie in the range only if lines are rejoined. */
    private int skipBlanks(int from) {
        int i = RecordStart.skipBlanks(bytes, from, to);
        while (i < to && bytes[i] == '\n') {
            i = RecordStart.skipBlanks(bytes, i + 1, to);
        }
        return i;
    }
}
