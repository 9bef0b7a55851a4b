package io.github.memdump.redact;

import io.github.memdump.dump.RawRecord;
import io.github.memdump.dump.scan.KeyTable;
import io.github.memdump.dump.scan.RecordKeys;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The fields beside those that make the heap that go into a redacted record: figures, flags, addresses, and words out
 * of a short list, each of them only if its value is what Ruby writes there. Everything else stays behind, above all
 * {@code value}, and whatever keys a newer Ruby may add. Not thread-safe.
 */
final class HarmlessFields {
    private static final List<String> NUMBERS = List.of("length", "size", "capacity", "bytesize", "slot_size",
        "shape_id", "id", "parent_id", "depth", "edges", "ivars", "variation_count", "fd", "members");
    private static final List<String> SWITCHES = List.of("embedded", "shared", "frozen", "fstring", "broken", "chilled",
        "too_complex_shape", "complex_shape");
    private static final List<String> ADDRESSES = List.of("superclass", "default", "receiver_class");
    private static final List<String> WORDS = List.of("encoding", "coderange", "shape_type");
    private static final Set<String> CODERANGES = Set.of("7bit", "valid", "broken", "unknown");
    private static final Set<String> SHAPES = Set.of("ROOT", "IVAR", "FROZEN", "CAPACITY_CHANGE", "INITIAL_CAPACITY",
        "T_OBJECT", "OBJ_TOO_COMPLEX", "IVAR_UNDEF", "COMPLEX", "OBJ_ID", "OBJECT_ID");
    private static final KeyTable KEYS = new KeyTable(keys());
    private static final int FIRST_SWITCH = NUMBERS.size();
    private static final int FIRST_ADDRESS = FIRST_SWITCH + SWITCHES.size();
    private static final int FIRST_WORD = FIRST_ADDRESS + ADDRESSES.size();
    private static final int FLAGS = FIRST_WORD + WORDS.size();
    private static final int VALUE = FLAGS + 1;
    private static final int VARIABLE = VALUE + 1;
    private static final byte[] EDGE_NAME = RawRecord.key("edge_name");
    private static final int LONGEST_NUMBER = 20;
    private static final int LONGEST_ADDRESS = 18;

    private final JsonOutput out;
    private final FlagsField flags;
    private final RedactedTexts variables;
    private long values;
    private long dropped;

    HarmlessFields(JsonOutput out, RedactedTexts variables) {
        this.out = out;
        this.variables = variables;
        this.flags = new FlagsField(out);
    }

    private static List<String> keys() {
        List<String> keys = new ArrayList<>(NUMBERS);
        keys.addAll(SWITCHES);
        keys.addAll(ADDRESSES);
        keys.addAll(WORDS);
        keys.add("flags");
        keys.add("value");
        keys.add("edge_name");
        return keys;
    }

    /** Returns how many values were left out. */
    long values() {
        return values;
    }

    /** Returns how many fields other than values were left out. */
    long dropped() {
        return dropped;
    }

    /** Writes the fields of a record, each behind a comma. */
    void write(RawRecord record) throws IOException {
        long seen = 0;
        byte[] bytes = record.array();
        for (int field = 0; field < record.size(); field++) {
            int key = KEYS.number(bytes, record.keyFrom(field), record.keyTo(field));
            if (key == KeyTable.OTHER
                && RecordKeys.number(bytes, record.keyFrom(field), record.keyTo(field)) != RecordKeys.OTHER) {
                // Whoever writes the record writes it, out of what was read of it.
                continue;
            }
            int from = record.valueFrom(field);
            int to = record.valueTo(field);
            boolean isFirst = key != KeyTable.OTHER && (seen >>> key & 1) == 0;
            seen |= isFirst ? 1L << key : 0;
            if (key == VALUE) {
                values++;
            } else if (isFirst && key == FLAGS) {
                flags.write(record, field);
            } else if (isFirst && key == VARIABLE && !record.text(EDGE_NAME).isEmpty()) {
                out.write(JsonOutput.ascii(",\"edge_name\":"));
                out.write(variables.of(record.text(EDGE_NAME)));
            } else if (isFirst && isHarmless(key, bytes, from, to)) {
                out.write(',');
                out.write('"');
                out.write(KEYS.key(key));
                out.write('"');
                out.write(':');
                out.write(bytes, from, to);
            } else {
                dropped++;
            }
        }
    }

    private static boolean isHarmless(int key, byte[] bytes, int from, int to) {
        if (key >= FLAGS) {
            return false;
        }
        if (key < FIRST_SWITCH) {
            return isNumber(bytes, from, to);
        }
        if (key < FIRST_ADDRESS) {
            return isSwitch(bytes, from, to);
        }
        return key < FIRST_WORD ? isAddress(bytes, from, to) : isWord(WORDS.get(key - FIRST_WORD), bytes, from, to);
    }

    /** Returns whether a range is a whole number as JSON writes it. */
    static boolean isNumber(byte[] bytes, int from, int to) {
        int first = from < to && bytes[from] == '-' ? from + 1 : from;
        if (first >= to || to - first > LONGEST_NUMBER || (bytes[first] == '0' && to - first > 1)) {
            return false;
        }
        for (int i = first; i < to; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                return false;
            }
        }
        return true;
    }

    /** Returns whether a range is {@code true} or {@code false}. */
    static boolean isSwitch(byte[] bytes, int from, int to) {
        String text = text(bytes, from, to);
        return text.equals("true") || text.equals("false");
    }

    private static boolean isAddress(byte[] bytes, int from, int to) {
        int length = to - from - 2;
        if (length < 3 || length > LONGEST_ADDRESS || bytes[from] != '"' || bytes[to - 1] != '"'
            || bytes[from + 1] != '0' || bytes[from + 2] != 'x') {
            return false;
        }
        for (int i = from + 3; i < to - 1; i++) {
            if (Character.digit(bytes[i], 16) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isWord(String key, byte[] bytes, int from, int to) {
        if (to - from < 2 || bytes[from] != '"' || bytes[to - 1] != '"') {
            return false;
        }
        String word = text(bytes, from + 1, to - 1);
        switch (key) {
            case "encoding":
                return RubyNames.isEncoding(word);
            case "coderange":
                return CODERANGES.contains(word);
            default:
                return SHAPES.contains(word);
        }
    }

    private static String text(byte[] bytes, int from, int to) {
        return to - from > 64 ? "" : new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
