package io.github.memdump.dump;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The keys of a record that are read, by number, and a look-up of their bytes that makes no string. */
final class RecordKeys {
    static final int ADDRESS = 0;
    static final int TYPE = 1;
    static final int CLASS = 2;
    static final int ROOT = 3;
    static final int REFERENCES = 4;
    static final int MEMSIZE = 5;
    static final int FILE = 6;
    static final int LINE = 7;
    static final int METHOD = 8;
    static final int GENERATION = 9;
    static final int SINGLETON = 10;
    static final int REAL_CLASS_NAME = 11;
    static final int CLASS_NAME = 12;
    /** Where memdump's {@code replace-class} puts the address when the name takes its place. */
    static final int CLASS_ADDRESS = 13;
    static final int SUPERCLASS = 14;
    /** From here on: what a record calls itself, under different keys. */
    static final int NAME = 15;
    /** Stands for every key that is not read. */
    static final int OTHER = -1;

    private static final List<String> NAMES = List.of("address", "type", "class", "root", "references", "memsize",
        "file", "line", "method", "generation", "singleton", "real_class_name", "class_name", "class_address",
        "superclass", "name", "struct", "imemo_type");
    /** The code of the key of no letters; the bit stays in front of the letters, so that no code is zero. */
    static final long NO_LETTERS = 1;

    private static final Map<String, Integer> NUMBERS = new HashMap<>();
    /** The codes of keys of so many letters, five bits each, are all different. */
    private static final int LONGEST_CODE = 12;
    private static final int SLOTS = 64;
    private static final long[] CODES = new long[SLOTS];
    private static final int[] CODE_NUMBERS = new int[SLOTS];
    private static final int[] LONG_KEYS = {REAL_CLASS_NAME, CLASS_ADDRESS};
    private static final byte[][] LONG_KEY_BYTES = {
        NAMES.get(REAL_CLASS_NAME).getBytes(StandardCharsets.US_ASCII),
        NAMES.get(CLASS_ADDRESS).getBytes(StandardCharsets.US_ASCII)};

    static {
        for (int number = 0; number < NAMES.size(); number++) {
            String name = NAMES.get(number);
            NUMBERS.put(name, number);
            if (name.length() > LONGEST_CODE) {
                continue;
            }
            long code = NO_LETTERS;
            for (int i = 0; i < name.length(); i++) {
                code = code(code, (byte) name.charAt(i));
            }
            int slot = slot(code);
            while (CODES[slot] != 0) {
                slot = slot + 1 & SLOTS - 1;
            }
            CODES[slot] = code;
            CODE_NUMBERS[slot] = number;
        }
    }

    private RecordKeys() {
    }

    /** Returns the number of a key, or {@link #OTHER}. */
    static int number(String key) {
        return NUMBERS.getOrDefault(key, OTHER);
    }

    /** Returns the code of a key from the code of all its characters but the last, which is a to z or underscore. */
    static long code(long codeBefore, byte last) {
        return codeBefore << 5 | last & 31;
    }

    /** Returns the number of the key of lower-case letters and underscores in a range, or {@link #OTHER}. */
    static int number(long code, byte[] bytes, int from, int to) {
        if (to - from > LONGEST_CODE) {
            for (int i = 0; i < LONG_KEYS.length; i++) {
                if (Arrays.equals(LONG_KEY_BYTES[i], 0, LONG_KEY_BYTES[i].length, bytes, from, to)) {
                    return LONG_KEYS[i];
                }
            }
            return OTHER;
        }
        int slot = slot(code);
        while (CODES[slot] != code) {
            if (CODES[slot] == 0) {
                return OTHER;
            }
            slot = slot + 1 & SLOTS - 1;
        }
        return CODE_NUMBERS[slot];
    }

    private static int slot(long code) {
        return (int) (code * 0x9E37_79B9_7F4A_7C15L >>> 58);
    }
}
