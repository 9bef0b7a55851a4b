package io.github.memdump.dump.scan;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Looks at bytes eight at a time, the first in the lowest bits. Behind the last position that is asked for there must
 * be {@link #SLACK} more bytes. A look of eight bytes costs about as much as one of a single byte once it is
 * compiled. Not thread-safe.
 */
public final class ByteWords {
    /** Stands for the end of what is not written the plain way. */
    public static final int UNUSUAL = -1;
    /** How many bytes behind the last line must be readable, the first of them a newline. */
    public static final int SLACK = 32;

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGH_BITS = 0x8080_8080_8080_8080L;
    private static final long QUOTES = '"' * ONES;
    private static final long BACKSLASHES = '\\' * ONES;
    private static final long BLANKS = ' ' * ONES;
    private static final long ZEROS = '0' * ONES;
    private static final long PRIME = 0x9E37_79B9_7F4A_7C15L;

    private final byte[] bytes;
    private long address;
    private long number;
    private long hash;

    public ByteWords(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Returns the eight bytes at a position. */
    public long at(int position) {
        return (long) WORDS.get(bytes, position);
    }

    /** Returns a mask of the first bytes of a word, of which there are 1 to 8. */
    public static long first(int count) {
        return -1L >>> (Long.SIZE - Byte.SIZE * count);
    }

    /** Returns the next byte that ends a plain string or needs care: a quote, a backslash, a control, no ASCII. */
    int special(int from) {
        int i = from;
        long marks = marks(at(i));
        while (marks == 0) {
            i += Long.BYTES;
            marks = marks(at(i));
        }
        return i + (Long.numberOfTrailingZeros(marks) >>> 3);
    }

    /** Does the same as {@link #special}, and keeps a hash of the bytes that it went over. */
    public int textEnd(int from) {
        long sum = 0;
        int i = from;
        long word = at(i);
        long marks = marks(word);
        while (marks == 0) {
            sum = (sum ^ word) * PRIME;
            i += Long.BYTES;
            word = at(i);
            marks = marks(word);
        }
        int bits = Long.numberOfTrailingZeros(marks) & ~7;
        hash = (sum ^ (word & (1L << bits) - 1)) * PRIME;
        return i + (bits >>> 3);
    }

    /** Returns whether the same bytes stand at two positions. */
    boolean areSame(int one, int other, int length) {
        int i = 0;
        while (i + Long.BYTES <= length) {
            if (at(one + i) != at(other + i)) {
                return false;
            }
            i += Long.BYTES;
        }
        return i == length || ((at(one + i) ^ at(other + i)) & first(length - i)) == 0;
    }

    /** Sets the high bit of the first byte that {@link #special} stops at; those behind it may be wrong. */
    private static long marks(long word) {
        long quote = word ^ QUOTES;
        long backslash = word ^ BACKSLASHES;
        return (((quote - ONES) & ~quote) | ((backslash - ONES) & ~backslash) | ((word - BLANKS) & ~word) | word)
            & HIGH_BITS;
    }

    /** Returns the end of an address in quotes that begins at a position, which is kept, or -1 if there is none. */
    public int addressEnd(int open) {
        if (bytes[open] != '"' || bytes[open + 1] != '0' || bytes[open + 2] != 'x') {
            return UNUSUAL;
        }
        int from = open + 3;
        long head = at(from);
        long tail = at(from + Long.BYTES);
        long quote = tail ^ QUOTES;
        int bits = Long.numberOfTrailingZeros((quote - ONES) & ~quote & HIGH_BITS) & ~7;
        if (bits == Long.SIZE) {
            return shortOrLong(from);
        }
        tail = bits == 0 ? ZEROS : tail << (Long.SIZE - bits) | ZEROS >>> bits;
        if (!areDigits(head) || !areDigits(tail)) {
            return shortOrLong(from);
        }
        address = digits(head) << (bits >>> 1) | digits(tail);
        return from + Long.BYTES + (bits >>> 3) + 1;
    }

    /** Reads an address of fewer than 8 or more than 15 digits, or with capital letters. */
    private int shortOrLong(int from) {
        long value = 0;
        int i = from;
        for (int digit = Addresses.digit(bytes[i]); digit >= 0; digit = Addresses.digit(bytes[++i])) {
            value = value << 4 | digit;
        }
        address = value;
        boolean whole = bytes[i] == '"' && i > from && i - from + 2 <= Addresses.LONGEST;
        return whole && value != Addresses.NONE ? i + 1 : UNUSUAL;
    }

    /** Returns the end of the digits at a position, fewer than eight, which are read; else the position. */
    int digitsEnd(int from) {
        long word = at(from);
        long others = ~(word + (0x80 - '0') * ONES & ~(word + (0x7F - '9') * ONES)) & HIGH_BITS;
        int bits = Long.numberOfTrailingZeros(others) & ~7;
        if (bits == 0 || bits == Long.SIZE) {
            return from;
        }
        long digits = (word - ZEROS) << (Long.SIZE - bits);
        digits = digits * 10 + (digits >>> 8);
        number = ((digits & 0x0000_00FF_0000_00FFL) * 0x000F_4240_0000_0064L
            + (digits >>> 16 & 0x0000_00FF_0000_00FFL) * 0x0000_2710_0000_0001L) >>> 32;
        return from + (bits >>> 3);
    }

    /** Returns whether all bytes of a word are hexadecimal digits without capitals. */
    private static boolean areDigits(long word) {
        long decimal = word + (0x80 - '0') * ONES & ~(word + (0x7F - '9') * ONES);
        long letter = word + (0x80 - 'a') * ONES & ~(word + (0x7F - 'f') * ONES);
        return ((decimal | letter) & ~word & HIGH_BITS) == HIGH_BITS;
    }

    /** Returns the number that eight hexadecimal digits write. */
    private static long digits(long word) {
        long digits = Long.reverseBytes((word & 0x0F * ONES) + (word >>> 6 & ONES) * 9);
        digits = (digits | digits >>> 4) & 0x00FF_00FF_00FF_00FFL;
        digits = (digits | digits >>> 8) & 0x0000_FFFF_0000_FFFFL;
        return (digits | digits >>> 16) & 0xFFFF_FFFFL;
    }

    /** Returns what the last call of {@link #addressEnd} read. */
    public long address() {
        return address;
    }

    /** Returns what the last call of {@link #digitsEnd} read. */
    public long number() {
        return number;
    }

    /** Returns the hash of the text that the last call of {@link #textEnd} went over. */
    public long hash() {
        return hash;
    }
}
