package io.github.memdump.dump.scan;

/**
 * Goes over the keys and values of plain records, those that Ruby writes as it writes nearly all, in the bytes: tells
 * where they end, or that Jackson must judge. Needs {@link ByteWords#SLACK} more bytes behind the record. Not
 * thread-safe.
 */
public final class PlainValues {
    private static final int LONGEST_KEY = 64;
    private static final int MOST_DIGITS = 18;
    private static final byte[] TRUE = {'t', 'r', 'u', 'e'};
    private static final byte[] FALSE = {'f', 'a', 'l', 's', 'e'};

    private long number;
    private final byte[] bytes;
    private final ByteWords words;

    public PlainValues(byte[] bytes, ByteWords words) {
        this.bytes = bytes;
        this.words = words;
    }

    /** Returns the colon behind the key at a position, one blank before it allowed, or {@link ByteWords#UNUSUAL}. */
    public int colon(int from) {
        int quote = bytes[from] == ' ' ? from + 1 : from;
        if (bytes[quote] != '"') {
            return ByteWords.UNUSUAL;
        }
        int i = quote + 1;
        while ((bytes[i] >= 'a' && bytes[i] <= 'z') || bytes[i] == '_') {
            i++;
        }
        return bytes[i] == '"' && bytes[i + 1] == ':' && i - quote <= LONGEST_KEY ? i + 1 : ByteWords.UNUSUAL;
    }

    /** Returns the end of a plain string, number, true or false, or of an object or a list of these. */
    public int anyEnd(int from) {
        return bytes[from] == '{' ? objectEnd(from) : bytes[from] == '[' ? listEnd(from) : end(from);
    }

    /** Returns the end of an object whose values are neither objects nor lists, or {@link ByteWords#UNUSUAL}. */
    public int objectEnd(int open) {
        if (bytes[open + 1] == '}') {
            return open + 2;
        }
        int i = open;
        do {
            int colon = colon(i + 1);
            i = colon < 0 ? ByteWords.UNUSUAL : end(colon + 1);
            if (i < 0) {
                return ByteWords.UNUSUAL;
            }
        } while (bytes[i] == ',');
        return bytes[i] == '}' ? i + 1 : ByteWords.UNUSUAL;
    }

    private int listEnd(int open) {
        if (bytes[open + 1] == ']') {
            return open + 2;
        }
        int i = open;
        do {
            i = end(bytes[i + 1] == ' ' ? i + 2 : i + 1);
            if (i < 0) {
                return ByteWords.UNUSUAL;
            }
        } while (bytes[i] == ',');
        return bytes[i] == ']' ? i + 1 : ByteWords.UNUSUAL;
    }

    /** Returns the end of a plain string, number, true or false, or {@link ByteWords#UNUSUAL}. */
    public int end(int from) {
        switch (bytes[from]) {
            case '"':
                return string(from);
            case 't':
                return literal(from, TRUE);
            case 'f':
                return literal(from, FALSE);
            default:
                return digits(from);
        }
    }

    /** Returns the end of a whole number of few digits, or {@link ByteWords#UNUSUAL}, and keeps it. */
    public int digits(int from) {
        int end = words.digitsEnd(from);
        if (end > from && (bytes[end] == ',' || bytes[end] == '}') && (bytes[from] != '0' || end == from + 1)) {
            number = words.number();
            return end;
        }
        return longDigits(from);
    }

    private int longDigits(int from) {
        int first = bytes[from] == '-' ? from + 1 : from;
        long value = 0;
        int i = first;
        while (bytes[i] >= '0' && bytes[i] <= '9' && i - first <= MOST_DIGITS) {
            value = value * 10 + bytes[i++] - '0';
        }
        number = first == from ? value : -value;
        boolean plain = i > first && i - first <= MOST_DIGITS && (bytes[first] != '0' || i == first + 1);
        return plain && (bytes[i] == ',' || bytes[i] == '}') ? i : ByteWords.UNUSUAL;
    }

    private int literal(int from, byte[] expected) {
        for (int i = 0; i < expected.length; i++) {
            if (bytes[from + i] != expected[i]) {
                return ByteWords.UNUSUAL;
            }
        }
        return from + expected.length;
    }

    /** Returns the end of a string that is not kept, which may have escapes and other letters than those of ASCII. */
    private int string(int open) {
        int i = words.special(open + 1);
        while (bytes[i] != '"') {
            i = bytes[i] == '\\' ? escape(i) : letter(i);
            if (i < 0) {
                return ByteWords.UNUSUAL;
            }
            i = bytes[i] < 0 ? i : words.special(i);
        }
        return i + 1;
    }

    /** Returns the end of a letter of two to four bytes in UTF-8. */
    private int letter(int lead) {
        int first = bytes[lead] & 0xFF;
        int length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
        if (first < 0xC2 || first > 0xF4) {
            return ByteWords.UNUSUAL;
        }
        for (int i = lead + 1; i < lead + length; i++) {
            if ((bytes[i] & 0xC0) != 0x80) {
                return ByteWords.UNUSUAL;
            }
        }
        return lead + length;
    }

    private int escape(int backslash) {
        byte c = bytes[backslash + 1];
        if (c == 'u') {
            for (int i = backslash + 2; i < backslash + 6; i++) {
                if (Addresses.digit(bytes[i]) < 0) {
                    return ByteWords.UNUSUAL;
                }
            }
            return backslash + 6;
        }
        boolean known = c == 'n' || c == '"' || c == '\\' || c == 't' || c == '/' || c == 'b' || c == 'f' || c == 'r';
        return known ? backslash + 2 : ByteWords.UNUSUAL;
    }

    /** Returns the number that {@link #end} or {@link #digits} went over last. */
    public long number() {
        return number;
    }
}
