package io.github.memdump.dump.scan;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Where the fields of one record lie in the bytes around it, in their order. A record written as Ruby writes nearly
 * all of them is cut up in one quick pass, others by Jackson, damaged ones by {@link DamagedRecord}. Of a key that
 * comes twice the first counts. Not thread-safe; its memory is used again.
 */
public final class FieldSlices {
    private static final int KEY_FROM = 0;
    private static final int KEY_TO = 1;
    private static final int VALUE_FROM = 2;
    private static final int VALUE_TO = 3;
    private static final int BOUNDS = 4;

    private byte[] bytes = {};
    /** Goes over these bytes, once it has been needed. */
    private @Nullable PlainValues plain;
    private int[] bounds = new int[BOUNDS * 32];
    private int count;
    private int end;

    /** Returns the number of fields. */
    public int count() {
        return count;
    }

    /** Returns where the record ends. */
    public int end() {
        return end;
    }

    public int keyFrom(int field) {
        return bounds[field * BOUNDS + KEY_FROM];
    }

    public int keyTo(int field) {
        return bounds[field * BOUNDS + KEY_TO];
    }

    public int valueFrom(int field) {
        return bounds[field * BOUNDS + VALUE_FROM];
    }

    public int valueTo(int field) {
        return bounds[field * BOUNDS + VALUE_TO];
    }

    /** Returns the first field of a key, or -1. */
    public int find(byte[] key) {
        return find(key, 0, key.length);
    }

    /** Returns the first field of the key that lies in a range, or -1. */
    public int find(byte[] key, int from, int to) {
        int field = 0;
        while (field < count && !isKey(field, key, from, to)) {
            field++;
        }
        return field < count ? field : -1;
    }

    /** Returns whether a field has this key. */
    public boolean isKey(int field, byte[] key) {
        return isKey(field, key, 0, key.length);
    }

    private boolean isKey(int field, byte[] key, int from, int to) {
        return Arrays.equals(bytes, keyFrom(field), keyTo(field), key, from, to);
    }

    /**
     * Cuts up the record that a range begins with if it is JSON, else says no: all of the range, if
     * {@link PlainValues} goes over it, or what Jackson takes.
     */
    public boolean read(byte[] record, int from, int to, JsonFactory json) {
        return readPlain(record, from, to) || readJson(record, from, to, json);
    }

    private boolean readPlain(byte[] record, int from, int to) {
        begin(record);
        if (from >= to || record[from] != '{') {
            return false;
        }
        if (plain == null) {
            plain = new PlainValues(record, new ByteWords(record));
        }
        int i = from;
        do {
            int colon = plain.colon(i + 1);
            int valueEnd = colon < 0 ? ByteWords.UNUSUAL : plain.anyEnd(colon + 1);
            if (valueEnd < 0) {
                return false;
            }
            add(record[i + 1] == ' ' ? i + 3 : i + 2, colon - 1, colon + 1, valueEnd);
            i = valueEnd;
        } while (record[i] == ',');
        end = i + 1;
        return record[i] == '}' && end == to;
    }

    private boolean readJson(byte[] record, int from, int to, JsonFactory json) {
        begin(record);
        try (JsonParser parser = json.createParser(record, from, to - from)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
                int keyFrom = from + (int) parser.currentTokenLocation().getByteOffset() + 1;
                int keyTo = keyEnd(keyFrom);
                if (keyTo - keyFrom > key.length() && RecordKeys.isKnown(key)) {
                    // Nobody would know it by its bytes.
                    return false;
                }
                parser.nextToken();
                int valueFrom = from + (int) parser.currentTokenLocation().getByteOffset();
                parser.skipChildren();
                parser.finishToken();
                add(keyFrom, keyTo, valueFrom,
                    from + (int) parser.currentLocation().getByteOffset());
            }
            end = from + (int) parser.currentLocation().getByteOffset();
            return parser.currentToken() == JsonToken.END_OBJECT;
        } catch (IOException malformed) {
            return false;
        }
    }

    /** Takes the fields of another record whose bytes lie elsewhere now, so many positions further on. */
    public void takeMoved(FieldSlices other, byte[] record, int shift) {
        begin(record);
        for (int field = 0; field < other.count; field++) {
            add(other.keyFrom(field) + shift, other.keyTo(field) + shift, other.valueFrom(field) + shift,
                other.valueTo(field) + shift);
        }
        end = other.end + shift;
    }

    /** Begins with a record of which fields will be added, in their order. */
    public void begin(byte[] record) {
        plain = record == bytes ? plain : null;
        bytes = record;
        count = 0;
        end = 0;
    }

    /** Adds a field: where its key lies, without its quotes, and its value, with its quotes or brackets. */
    public void add(int keyFrom, int keyTo, int valueFrom, int valueTo) {
        if ((count + 1) * BOUNDS > bounds.length) {
            bounds = Arrays.copyOf(bounds, bounds.length * 2);
        }
        int at = count * BOUNDS;
        bounds[at + KEY_FROM] = keyFrom;
        bounds[at + KEY_TO] = keyTo;
        bounds[at + VALUE_FROM] = valueFrom;
        bounds[at + VALUE_TO] = valueTo;
        count++;
    }

    /** Takes the last field away. */
    void dropLast() {
        count--;
    }

    /** Says where the record ends. */
    public void endAt(int position) {
        end = position;
    }

    /** Returns the quote behind a key of valid JSON. */
    private int keyEnd(int keyFrom) {
        int i = keyFrom;
        while (bytes[i] != '"') {
            i += bytes[i] == '\\' ? 2 : 1;
        }
        return i;
    }
}
