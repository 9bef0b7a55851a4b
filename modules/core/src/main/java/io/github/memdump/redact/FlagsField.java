package io.github.memdump.redact;

import io.github.memdump.dump.scan.KeyTable;
import java.io.IOException;
import java.util.List;

/** The field {@code flags}: an object of switches and numbers under the names that Ruby gives them. */
final class FlagsField {
    private static final KeyTable NAMES = new KeyTable(List.of("wb_protected", "old", "uncollectible", "marking",
        "marked", "pinned", "remembered", "age", "object_id", "shareable", "young", "promoted", "long_lived",
        "has_finalizer", "finalizable", "weak", "protected", "embedded", "frozen", "shared"));
    private static final byte[] BEGIN = JsonOutput.ascii(",\"flags\":{");

    private final JsonOutput out;

    FlagsField(JsonOutput out) {
        this.out = out;
    }

    /** Writes what is usual of the object in a range, as long as it is written in the usual way; nothing else. */
    void write(byte[] bytes, int from, int to) throws IOException {
        out.write(BEGIN);
        boolean first = true;
        int i = from + 1;
        while (i < to && bytes[from] == '{') {
            int key = skipBlanks(bytes, i, to);
            int keyEnd = key < to && bytes[key] == '"' ? quote(bytes, key + 1, to) : to;
            int colon = skipBlanks(bytes, keyEnd + 1, to);
            if (colon >= to || bytes[colon] != ':') {
                break;
            }
            int value = skipBlanks(bytes, colon + 1, to);
            int valueEnd = value;
            while (valueEnd < to && (Character.isLetterOrDigit(bytes[valueEnd]) || bytes[valueEnd] == '-')) {
                valueEnd++;
            }
            int name = NAMES.number(bytes, key + 1, keyEnd);
            if (name != KeyTable.OTHER && (HarmlessFields.isSwitch(bytes, value, valueEnd)
                || HarmlessFields.isNumber(bytes, value, valueEnd))) {
                if (!first) {
                    out.write(',');
                }
                first = false;
                out.write('"');
                out.write(NAMES.key(name));
                out.write('"');
                out.write(':');
                out.write(bytes, value, valueEnd);
            }
            int comma = skipBlanks(bytes, valueEnd, to);
            if (comma >= to || bytes[comma] != ',') {
                break;
            }
            i = comma + 1;
        }
        out.write('}');
    }

    private static int quote(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && bytes[i] != '"') {
            i++;
        }
        return i;
    }

    private static int skipBlanks(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && (bytes[i] == ' ' || bytes[i] == '\t')) {
            i++;
        }
        return i;
    }
}
