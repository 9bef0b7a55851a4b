package io.github.memdump.dump.scan;

import java.util.Arrays;

/**
 * The bytes of a string behind the escapes of JSON: letters in UTF-8, bytes that are none as they stand in the dump.
 * Keeps a beginning and counts the rest. Not thread-safe; its memory is used again for the next string.
 */
public final class TextBytes {
    private static final byte[] ESCAPED = {'n', 't', 'r', 'b', 'f', '"', '\\', '/'};
    private static final byte[] MEANT = {'\n', '\t', '\r', '\b', '\f', '"', '\\', '/'};
    private static final int UNICODE_DIGITS = 4;

    private final int most;
    private byte[] kept = new byte[64];
    private int length;
    private long total;

    /** Makes an empty text that will keep at most so many bytes. */
    public TextBytes(int most) {
        this.most = most;
    }

    /** Returns the array whose beginning holds the bytes kept; it is not copied. */
    public byte[] array() {
        return kept;
    }

    /** Returns how many bytes are kept. */
    public int length() {
        return length;
    }

    /** Returns how many bytes the string has, those that were not kept included. */
    public long total() {
        return total;
    }

    /** Empties the text. */
    public void clear() {
        length = 0;
        total = 0;
    }

    /** Takes the string whose JSON text, without its quotes, lies in a range. */
    public void read(byte[] bytes, int from, int to) {
        clear();
        int i = from;
        while (i < to) {
            int run = i;
            while (i < to && bytes[i] != '\\') {
                i++;
            }
            add(bytes, run, i);
            if (i < to) {
                i = escape(bytes, i, to);
            }
        }
    }

    /** Adds what an escape stands for; returns its end. */
    private int escape(byte[] bytes, int backslash, int to) {
        int next = backslash + 1;
        for (int i = 0; next < to && i < ESCAPED.length; i++) {
            if (bytes[next] == ESCAPED[i]) {
                add(MEANT, i, i + 1);
                return next + 1;
            }
        }
        int high = unit(bytes, backslash, to);
        if (high < 0) {
            add(bytes, backslash, next);
            return next;
        }
        int end = next + 1 + UNICODE_DIGITS;
        int low = unit(bytes, end, to);
        if (Character.isHighSurrogate((char) high) && low >= 0 && Character.isLowSurrogate((char) low)) {
            addLetter(Character.toCodePoint((char) high, (char) low));
            return end + 2 + UNICODE_DIGITS;
        }
        addLetter(high);
        return end;
    }

    /** Returns the number in an escape by four digits at a position, or -1 if there is none. */
    private static int unit(byte[] bytes, int backslash, int to) {
        if (backslash + 2 + UNICODE_DIGITS > to || bytes[backslash] != '\\' || bytes[backslash + 1] != 'u') {
            return -1;
        }
        int unit = 0;
        for (int i = backslash + 2; i < backslash + 2 + UNICODE_DIGITS; i++) {
            int digit = Character.digit(bytes[i], 16);
            if (digit < 0) {
                return -1;
            }
            unit = unit << 4 | digit;
        }
        return unit;
    }

    /** Adds a letter in UTF-8; half a surrogate pair becomes the three bytes that UTF-8 would have for it. */
    private void addLetter(int letter) {
        byte[] bytes;
        if (letter < 0x80) {
            bytes = new byte[] {(byte) letter};
        } else if (letter < 0x800) {
            bytes = new byte[] {(byte) (0xC0 | letter >> 6), tail(letter)};
        } else if (letter < 0x10000) {
            bytes = new byte[] {(byte) (0xE0 | letter >> 12), tail(letter >> 6), tail(letter)};
        } else {
            bytes = new byte[] {(byte) (0xF0 | letter >> 18), tail(letter >> 12), tail(letter >> 6), tail(letter)};
        }
        add(bytes, 0, bytes.length);
    }

    private static byte tail(int bits) {
        return (byte) (0x80 | (bits & 0x3F));
    }

    private void add(byte[] bytes, int from, int to) {
        int taken = Math.min(to - from, most - length);
        if (length + taken > kept.length) {
            kept = Arrays.copyOf(kept, (int) Math.min(most, Math.max(length + taken, kept.length * 2L)));
        }
        System.arraycopy(bytes, from, kept, length, taken);
        length += taken;
        total += to - from;
    }
}
