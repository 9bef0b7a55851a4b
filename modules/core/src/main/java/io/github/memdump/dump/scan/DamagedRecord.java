package io.github.memdump.dump.scan;

/**
 * A second, tolerant reading of a record that is not JSON: finds which bytes are the value of which key, and goes on at
 * the next key of the format where a value cannot be read. Ruby writes address, type, class and references first and
 * escapes them well, and does not escape the file and some names at all; so a quote inside such a string is taken for
 * its end only if a key or the end of the record follows. A key that comes twice ends the reading: from there on the
 * bytes belong to something else. Linear time for each reading. Not thread-safe.
 */
public final class DamagedRecord {
    private static final int NOWHERE = DamagedKeys.NOWHERE;

    private final byte[] bytes;
    private final DamagedKeys keys;
    private final FieldSlices fields;
    private int to;
    private boolean skipped;
    private boolean ended;

    /** Makes a reader of records in some bytes; what it finds of each are the fields. */
    public DamagedRecord(byte[] bytes, FieldSlices fields) {
        this.bytes = bytes;
        this.keys = new DamagedKeys(bytes);
        this.fields = fields;
    }

    /** Reads a range that begins like a record ({@link RecordStart#at}). */
    public void read(int from, int rangeEnd) {
        fields.begin(bytes);
        fields.endAt(rangeEnd);
        to = rangeEnd;
        keys.to(rangeEnd);
        skipped = false;
        ended = false;
        boolean previousMayHoldMore = false;
        int key = keys.skipBlanks(keys.skipBlanks(from) + 1);
        while (key != NOWHERE) {
            int colon = keys.colonOf(key);
            if (colon == NOWHERE) {
                key = goOn(key, true);
                continue;
            }
            int keyTo = keys.keyEnd(key);
            if (fields.find(bytes, key + 1, keyTo) >= 0) {
                if (previousMayHoldMore) {
                    fields.dropLast();
                }
                return;
            }
            int number = RecordKeys.number(bytes, key + 1, keyTo);
            boolean unescaped = RecordKeys.isUnescaped(number);
            int value = keys.skipBlanks(colon + 1);
            int valueEnd = valueEnd(number, value);
            if (valueEnd != NOWHERE) {
                fields.add(key + 1, keyTo, value, valueEnd);
            }
            previousMayHoldMore = unescaped && valueEnd != NOWHERE;
            int next = valueEnd == NOWHERE ? to : keys.skipBlanks(valueEnd);
            if (next < to && bytes[next] == ',') {
                key = keys.skipBlanks(next + 1);
            } else if (next < to && endsRecord(next)) {
                ended = true;
                return;
            } else {
                key = goOn(valueEnd == NOWHERE ? value : valueEnd, !unescaped);
            }
        }
    }

    /** Returns whether the last reading came to the end of the record and had to skip nothing on the way. */
    public boolean isWhole() {
        return ended && !skipped;
    }

    /** Returns whether the last reading came to the end of the record, over damage or not. */
    public boolean isEnded() {
        return ended;
    }

    /**
     * Returns what the last reading found, in the order of the record. It ends with the range, or where another record
     * begins inside.
     */
    public FieldSlices fields() {
        return fields;
    }

    /** Returns where a value ends, or {@link #NOWHERE} if that cannot be told. */
    private int valueEnd(int key, int value) {
        if (value == to) {
            return NOWHERE;
        }
        if (bytes[value] == '"') {
            return stringEnd(value, RecordKeys.isUnescaped(key));
        }
        if (bytes[value] == '[' && key == RecordKeys.REFERENCES) {
            return referencesEnd(value);
        }
        return bytes[value] == '[' || bytes[value] == '{' ? nestedEnd(value) : literalEnd(value);
    }

    private int stringEnd(int open, boolean unescaped) {
        boolean first = true;
        for (int i = open + 1; i < to; i++) {
            if (bytes[i] == '\\' && !unescaped) {
                i++;
            } else if (recordAt(i)) {
                return NOWHERE;
            } else if (bytes[i] == '"') {
                if ((first && !unescaped && separatorAt(i + 1)) || keyOrEndAt(i + 1, first)) {
                    return i + 1;
                }
                if (keys.isKnownKey(i)) {
                    return NOWHERE;
                }
                first = false;
            }
        }
        return NOWHERE;
    }

    /** Returns whether a well escaped string can end before a position. */
    private boolean separatorAt(int position) {
        int next = keys.skipBlanks(position);
        return next == to || bytes[next] == ',' || bytes[next] == '}';
    }

    /** Returns whether a comma with a key, or the end of the record, follows at a position. */
    private boolean keyOrEndAt(int position, boolean anyKey) {
        int next = keys.skipBlanks(position);
        if (next == to || bytes[next] != ',') {
            return next < to && endsRecord(next);
        }
        int key = keys.skipBlanks(next + 1);
        return keys.colonOf(key) != NOWHERE && (anyKey || keys.isKnown(key));
    }

    private boolean endsRecord(int position) {
        return bytes[position] == '}' && keys.skipBlanks(position + 1) == to;
    }

    /** Returns the end of an array of addresses: its bracket, or the next key or the end if that is missing. */
    private int referencesEnd(int open) {
        for (int i = open + 1; i < to; i++) {
            if (bytes[i] == ']') {
                return i + 1;
            }
            if ((bytes[i] == '"' && keys.isKnownKey(i)) || recordAt(i)) {
                return i;
            }
        }
        return to;
    }

    private int nestedEnd(int open) {
        int depth = 0;
        for (int i = open; i < to; i++) {
            byte c = bytes[i];
            if (i > open && recordAt(i)) {
                return NOWHERE;
            }
            if (c == '"') {
                while (++i < to && bytes[i] != '"') {
                    if (recordAt(i)) {
                        return NOWHERE;
                    }
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

    /**
     * Returns whether another record begins at a position: no value that is escaped holds one, so no search goes on
     * behind it, and all the records in one line take linear time together.
     */
    private boolean recordAt(int position) {
        return bytes[position] == '{' && RecordStart.at(bytes, position, to);
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
            if (bytes[i] == '"' && keys.isKnownKey(i)) {
                return i;
            }
            if (recordAt(i)) {
                fields.endAt(mayMeetRecord ? i : to);
                return NOWHERE;
            }
        }
        return NOWHERE;
    }
}
