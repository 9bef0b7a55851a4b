package io.github.memdump.dump.scan;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;

/**
 * Where the fields of one record lie in the bytes around it, in their order. A record written as Ruby writes nearly
 * all of them is cut up in one quick pass, others by Jackson, damaged ones by {@link DamagedRecord}, as when the dump
 * was loaded. Of a key that comes twice the first counts. Not thread-safe; its memory is used again.
 */
public final class FieldSlices {
    private static final int KEY_FROM = 0;
    private static final int KEY_TO = 1;
    private static final int VALUE_FROM = 2;
    private static final int VALUE_TO = 3;
    private static final int BOUNDS = 4;
    private static final int UNUSUAL = -1;

    private byte[] bytes = {};
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
        for (int field = 0; field < count; field++) {
            if (isKey(field, key)) {
                return field;
            }
        }
        return -1;
    }

    /** Returns whether a field has this key. */
    public boolean isKey(int field, byte[] key) {
        int from = keyFrom(field);
        return keyTo(field) - from == key.length && Arrays.equals(bytes, from, from + key.length, key, 0, key.length);
    }

    /** Cuts up the record that begins at a position if it is written on one line and in Ruby's way, else says no. */
    public boolean readPlain(byte[] record, int from, int to) {
        begin(record);
        if (from >= to || record[from] != '{') {
            return false;
        }
        int i = from;
        do {
            int key = skipBlank(i + 1, to);
            int keyEnd = key < to && record[key] == '"' ? stringEnd(key, to) : UNUSUAL;
            if (keyEnd == UNUSUAL || keyEnd >= to || record[keyEnd] != ':') {
                return false;
            }
            int value = skipBlank(keyEnd + 1, to);
            i = value < to ? valueEnd(value, to) : UNUSUAL;
            if (i == UNUSUAL || i >= to) {
                return false;
            }
            add(key + 1, keyEnd - 1, value, i);
        } while (record[i] == ',');
        end = i + 1;
        return record[i] == '}' && (end == to || record[end] == '\n');
    }

    /** Cuts up the record that begins at a position if it is JSON, else says no. */
    public boolean readJson(byte[] record, int from, int to, JsonFactory json) {
        begin(record);
        try (JsonParser parser = json.createParser(record, from, to - from)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
                int keyFrom = from + (int) parser.currentTokenLocation().getByteOffset() + 1;
                parser.nextToken();
                int valueFrom = from + (int) parser.currentTokenLocation().getByteOffset();
                parser.skipChildren();
                parser.finishToken();
                add(keyFrom, stringEnd(keyFrom - 1, to) - 1, valueFrom,
                    from + (int) parser.currentLocation().getByteOffset());
            }
            end = from + (int) parser.currentLocation().getByteOffset();
            return parser.currentToken() == JsonToken.END_OBJECT;
        } catch (IOException malformed) {
            return false;
        }
    }

    /** Takes what a tolerant reading has found. */
    public void take(byte[] record, DamagedRecord damaged) {
        begin(record);
        for (Map.Entry<String, DamagedRecord.Slice> value : damaged.values().entrySet()) {
            int keyTo = value.getValue().from() - 1;
            while (record[keyTo] != '"') {
                keyTo--;
            }
            add(keyTo - value.getKey().length(), keyTo, value.getValue().from(), value.getValue().to());
        }
        end = damaged.end();
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

    /** Takes the fields of a record of its own, four bounds each: of the key and of the value. */
    public void take(byte[] record, int[] fieldBounds) {
        begin(record);
        for (int at = 0; at < fieldBounds.length; at += BOUNDS) {
            add(fieldBounds[at + KEY_FROM], fieldBounds[at + KEY_TO], fieldBounds[at + VALUE_FROM],
                fieldBounds[at + VALUE_TO]);
        }
        end = record.length;
    }

    private void begin(byte[] record) {
        bytes = record;
        count = 0;
        end = 0;
    }

    private void add(int keyFrom, int keyTo, int valueFrom, int valueTo) {
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

    private int skipBlank(int from, int to) {
        return from < to && bytes[from] == ' ' ? from + 1 : from;
    }

    private int valueEnd(int value, int to) {
        switch (bytes[value]) {
            case '"':
                return stringEnd(value, to);
            case '{':
            case '[':
                return nestedEnd(value, to);
            default:
                int i = value;
                while (i < to && bytes[i] > ' ' && bytes[i] != ',' && bytes[i] != '}') {
                    i++;
                }
                return i == value ? UNUSUAL : i;
        }
    }

    /** Returns the end of the string that begins with the quote at a position. */
    private int stringEnd(int open, int to) {
        int i = open + 1;
        while (i < to && bytes[i] != '"') {
            if (bytes[i] >= 0 && bytes[i] < ' ') {
                return UNUSUAL;
            }
            i += bytes[i] == '\\' ? 2 : 1;
        }
        return i < to ? i + 1 : UNUSUAL;
    }

    private int nestedEnd(int open, int to) {
        int depth = 0;
        int i = open;
        do {
            byte c = bytes[i];
            if (c == '"') {
                i = stringEnd(i, to);
                if (i == UNUSUAL) {
                    return UNUSUAL;
                }
                continue;
            }
            if (c >= 0 && c < ' ') {
                return UNUSUAL;
            }
            depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
            i++;
        } while (depth > 0 && i < to);
        return depth == 0 ? i : UNUSUAL;
    }
}
