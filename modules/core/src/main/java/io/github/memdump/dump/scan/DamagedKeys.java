package io.github.memdump.dump.scan;

/** Finds keys in the bytes of a damaged record ({@link DamagedRecord}), up to the end of a range. Not thread-safe. */
final class DamagedKeys {
    /** Stands for a position that is nowhere in the range. */
    static final int NOWHERE = -1;

    private static final int LONGEST_KEY = 32;

    private final byte[] bytes;
    private int to;

    DamagedKeys(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Sets the end of the range. */
    void to(int end) {
        to = end;
    }

    /** Returns whether a comma and a key of the format lie around the quote at a position. */
    boolean isKnownKey(int quote) {
        int before = quote - 1;
        while (before > 0 && bytes[before] == ' ') {
            before--;
        }
        return before >= 0 && bytes[before] == ',' && colonOf(quote) != NOWHERE && isKnown(quote);
    }

    /** Returns the position of the colon behind the key that begins at a position, or {@link #NOWHERE}. */
    int colonOf(int quote) {
        if (quote >= to || bytes[quote] != '"') {
            return NOWHERE;
        }
        int close = keyEnd(quote);
        int colon = skipBlanks(close + 1);
        return close > quote + 1 && close < to && bytes[close] == '"' && colon < to && bytes[colon] == ':' ? colon
            : NOWHERE;
    }

    /** Returns whether the key that begins at a position is one of the format. */
    boolean isKnown(int quote) {
        return RecordKeys.isKnown(bytes, quote + 1, keyEnd(quote));
    }

    /** Returns where the key that begins at a position ends. */
    int keyEnd(int quote) {
        int i = quote + 1;
        while (i < to && i - quote <= LONGEST_KEY && ((bytes[i] >= 'a' && bytes[i] <= 'z') || bytes[i] == '_')) {
            i++;
        }
        return i;
    }

    /** Returns the next position without a blank. Line ends are blanks: they lie in the range if lines are rejoined. */
    int skipBlanks(int from) {
        int i = RecordStart.skipBlanks(bytes, from, to);
        while (i < to && bytes[i] == '\n') {
            i = RecordStart.skipBlanks(bytes, i + 1, to);
        }
        return i;
    }
}
