package io.github.memdump.dump;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
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
    /** From here on: what a record calls itself, under different keys. */
    static final int NAME = 13;
    /** Stands for every key that is not read. */
    static final int OTHER = -1;

    private static final List<String> NAMES = List.of("address", "type", "class", "root", "references", "memsize",
        "file", "line", "method", "generation", "singleton", "real_class_name", "class_name", "name", "struct",
        "imemo_type");
    private static final VarHandle WORDS =
        MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int LONGEST = 16;
    private static final int SLOTS = 64;

    private static final Map<String, Integer> NUMBERS = new HashMap<>();
    /** Of the key in each slot: its first eight bytes, its last eight if it is longer, its length, its number. */
    private static final long[] HEADS = new long[SLOTS];
    private static final long[] TAILS = new long[SLOTS];
    private static final int[] LENGTHS = new int[SLOTS];
    private static final int[] SLOT_NUMBERS = new int[SLOTS];

    static {
        for (int number = 0; number < NAMES.size(); number++) {
            NUMBERS.put(NAMES.get(number), number);
            byte[] name = (NAMES.get(number) + "        ").getBytes(StandardCharsets.US_ASCII);
            int length = name.length - Long.BYTES;
            int slot = slot(head(name, 0, length));
            while (LENGTHS[slot] != 0) {
                slot = slot + 1 & SLOTS - 1;
            }
            HEADS[slot] = head(name, 0, length);
            TAILS[slot] = tail(name, 0, length);
            LENGTHS[slot] = length;
            SLOT_NUMBERS[slot] = number;
        }
    }

    private RecordKeys() {
    }

    /** Returns the number of a key, or {@link #OTHER}. */
    static int number(String key) {
        return NUMBERS.getOrDefault(key, OTHER);
    }

    /** Returns the number of the key in a range behind which at least eight bytes may be read, or {@link #OTHER}. */
    static int number(byte[] bytes, int from, int length) {
        if (length > LONGEST) {
            return OTHER;
        }
        long head = head(bytes, from, length);
        for (int slot = slot(head); LENGTHS[slot] != 0; slot = slot + 1 & SLOTS - 1) {
            if (HEADS[slot] == head && LENGTHS[slot] == length && TAILS[slot] == tail(bytes, from, length)) {
                return SLOT_NUMBERS[slot];
            }
        }
        return OTHER;
    }

    /** Returns the first eight bytes of a range, those behind its end as zeros. */
    static long head(byte[] bytes, int from, int length) {
        long word = (long) WORDS.get(bytes, from);
        return length >= Long.BYTES ? word : word & (1L << length * Byte.SIZE) - 1;
    }

    /** Returns the last eight bytes of a range, or zero if it has no more than eight. */
    static long tail(byte[] bytes, int from, int length) {
        return length > Long.BYTES ? (long) WORDS.get(bytes, from + length - Long.BYTES) : 0;
    }

    private static int slot(long head) {
        return (int) (head * 0x9E37_79B9_7F4A_7C15L >>> 58);
    }
}
