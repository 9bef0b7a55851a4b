package io.github.memdump.dump.scan;

import java.util.Arrays;

/**
 * Numbers the strings of a block by their bytes. Files, methods and types repeat from record to record; for those it
 * remembers where in the block it saw them last, so that a repeat costs a comparison of bytes. ASCII only. Not
 * thread-safe.
 */
public final class RecentStrings {
    private static final int SLOT_BITS = 12;

    private final byte[] bytes;
    private final ByteWords words;
    private final StringTable table;
    private final int[] froms = new int[1 << SLOT_BITS];
    private final int[] lengths = new int[1 << SLOT_BITS];
    private final int[] numbers = new int[1 << SLOT_BITS];
    private char[] characters = new char[256];

    public RecentStrings(byte[] bytes, ByteWords words, StringTable table) {
        this.bytes = bytes;
        this.words = words;
        this.table = table;
        Arrays.fill(lengths, -1);
    }

    /** Returns the number of the string in a range whose bytes have a hash of {@link ByteWords#textEnd}. */
    public int number(int from, int to, long hash) {
        int length = to - from;
        int slot = (int) (hash >>> (Long.SIZE - SLOT_BITS));
        if (lengths[slot] != length || !words.areSame(froms[slot], from, length)) {
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
