package io.github.memdump.dump.scan;

/** Addresses as dumps write them: {@code 0x} and up to 16 lower-case hexadecimal digits. */
public final class Addresses {
    /** Stands for an absent address or class; no Ruby object can lie there. */
    public static final long NONE = -1L;
    /** The most bytes an address has. */
    public static final int LONGEST = 18;

    private static final byte[] DIGITS = new byte[128];

    static {
        for (int c = 0; c < DIGITS.length; c++) {
            DIGITS[c] = (byte) Character.digit(c, 16);
        }
    }

    private Addresses() {
    }

    /** Returns the address in a stretch of characters, or {@link #NONE} if it is none. */
    public static long parse(char[] text, int offset, int length) {
        if (length < 3 || length > LONGEST || text[offset] != '0' || text[offset + 1] != 'x') {
            return NONE;
        }
        long value = 0;
        for (int i = offset + 2; i < offset + length; i++) {
            int digit = digit(text[i]);
            if (digit < 0) {
                return NONE;
            }
            value = value << 4 | digit;
        }
        return value;
    }

    /** Returns the address in a stretch of bytes, or {@link #NONE} if it is none. */
    public static long parse(byte[] text, int offset, int length) {
        if (length < 3 || length > LONGEST || text[offset] != '0' || text[offset + 1] != 'x') {
            return NONE;
        }
        long value = 0;
        for (int i = offset + 2; i < offset + length; i++) {
            int digit = digit(text[i]);
            if (digit < 0) {
                return NONE;
            }
            value = value << 4 | digit;
        }
        return value;
    }

    /** Returns the address in a text such as {@code 0x7f8a6a627e50}, or {@link #NONE}. */
    public static long parse(String text) {
        return parse(text.toCharArray(), 0, text.length());
    }

    /** Returns an address as dumps write it. */
    public static String format(long address) {
        return "0x" + Long.toHexString(address);
    }

    /** Returns the value of a hexadecimal digit, or -1 if it is none. */
    static int digit(int c) {
        return c >= 0 && c < DIGITS.length ? DIGITS[c] : -1;
    }
}
