package io.github.memdump.dump;

import java.util.Arrays;

/**
 * Numbers the strings of a block by their bytes. Files, methods and types repeat from record to record; for those it
 * remembers where in the block it saw them last, so that a repeat costs a comparison of bytes. ASCII only. Not
 * thread-safe.
 */
final class RecentStrings {
    private static final int SLOT_BITS = 12;

    private final byte[] bytes;
    private final StringTable table;
    private final int[] froms = new int[1 << SLOT_BITS];
    private final int[] lengths = new int[1 << SLOT_BITS];
    private final int[] numbers = new int[1 << SLOT_BITS];
    private char[] characters = new char[256];

    RecentStrings(byte[] bytes, StringTable table) {
        this.bytes = bytes;
        this.table = table;
        Arrays.fill(lengths, -1);
    }

    /** Returns the number of the string in a range whose bytes have the given hash. */
    int number(int from, int to, int hash) {
        int length = to - from;
        int slot = hash * 0x9E37_79B9 >>> Integer.SIZE - SLOT_BITS;
        int known = froms[slot];
        if (lengths[slot] != length || !Arrays.equals(bytes, known, known + length, bytes, from, to)) {
            froms[slot] = from;
            lengths[slot] = length;
            numbers[slot] = tableNumber(from, length);
        }
        return numbers[slot];
    }

    private int tableNumber(int from, int length) {
        if (length > characters.length) {
            characters = new char[Math.max(length, characters.length * 2)];
        }
        for (int i = 0; i < length; i++) {
            characters[i] = (char) bytes[from + i];
        }
        return table.number(characters, 0, length, length);
    }
}
