package io.github.memdump.dump.scan;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Numbers the keys of a list by their place in it, and finds them by their bytes. Immutable, thread-safe. */
public final class KeyTable {
    /** Stands for a key that is not in the table. */
    public static final int OTHER = -1;

    private final byte[][] keys;
    private final int[] slots;

    /** Makes a table of different names in ASCII. */
    public KeyTable(List<String> names) {
        keys = new byte[names.size()][];
        slots = new int[Integer.highestOneBit(names.size() * 8)];
        Arrays.fill(slots, OTHER);
        for (int number = 0; number < keys.length; number++) {
            keys[number] = names.get(number).getBytes(StandardCharsets.US_ASCII);
            int slot = slot(keys[number], 0, keys[number].length);
            while (slots[slot] != OTHER) {
                slot = slot + 1 & slots.length - 1;
            }
            slots[slot] = number;
        }
    }

    /** Returns the number of the key in a range, or {@link #OTHER}; time linear in its length. */
    public int number(byte[] bytes, int from, int to) {
        int slot = slot(bytes, from, to);
        while (slots[slot] != OTHER) {
            byte[] key = keys[slots[slot]];
            if (Arrays.equals(key, 0, key.length, bytes, from, to)) {
                return slots[slot];
            }
            slot = slot + 1 & slots.length - 1;
        }
        return OTHER;
    }

    /** Returns the bytes of a key; not to be changed. */
    public byte[] key(int number) {
        return keys[number];
    }

    private int slot(byte[] bytes, int from, int to) {
        int hash = to - from;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + bytes[i];
        }
        return (hash ^ hash >>> 15) & slots.length - 1;
    }
}
