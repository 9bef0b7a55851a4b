package io.github.memdump.dump;

import io.github.memdump.dump.scan.FieldSlices;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * The bytes of a record with little of each long value, for whoever shows it; a record may have hundreds of megabytes.
 * Takes the fields in their order. Not thread-safe.
 */
final class CutRecord {
    private static final byte[] ELLIPSIS = "…".getBytes(StandardCharsets.UTF_8);
    /** A backslash and the letter behind it, or {@code \\u} and four digits. */
    private static final int ESCAPE = 2;
    private static final int UNICODE_ESCAPE = 6;

    private final byte[] bytes;
    private final int most;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final FieldSlices fields = new FieldSlices();
    private int done;

    /** Begins with what stands at a position, to keep at most so many bytes of each value. */
    CutRecord(byte[] bytes, int from, int most) {
        this.bytes = bytes;
        this.done = from;
        this.most = most;
    }

    /** Adds a field and what stands before it. */
    void add(int keyFrom, int keyTo, int valueFrom, int valueTo) {
        gap(keyFrom);
        int key = kept.size();
        kept.write(bytes, keyFrom, valueFrom - keyFrom);
        int value = kept.size();
        value(valueFrom, valueTo);
        fields.add(key, key + keyTo - keyFrom, value, kept.size());
        done = valueTo;
    }

    private void gap(int to) {
        int from = Math.max(done, to - most);
        if (from > done) {
            kept.write(ELLIPSIS, 0, ELLIPSIS.length);
        }
        kept.write(bytes, from, Math.max(0, to - from));
    }

    private void value(int from, int to) {
        if (to - from <= most) {
            kept.write(bytes, from, to - from);
            return;
        }
        boolean isText = bytes[from] == '"';
        kept.write(bytes, from, letterEnd(from, isText) - from);
        kept.write(ELLIPSIS, 0, ELLIPSIS.length);
        if (isText) {
            kept.write('"');
        }
    }

    /** Returns the end of the last letter of a value that has all its bytes within the limit, or its beginning. */
    private int letterEnd(int from, boolean isText) {
        int end = from + 1;
        int next = end;
        while (next <= from + most) {
            end = next;
            int letter = !isText || bytes[end] != '\\' ? 1 : bytes[end + 1] == 'u' ? UNICODE_ESCAPE : ESCAPE;
            next = end + letter;
            while (next <= from + most && (bytes[next] & 0xC0) == 0x80) {
                next++;
            }
        }
        return end;
    }

    /** Returns all bytes, the last of the record too. */
    byte[] end(int to) {
        gap(to);
        fields.endAt(kept.size());
        return kept.toByteArray();
    }

    /** Returns where the fields lie in these. */
    FieldSlices fields() {
        return fields;
    }
}
