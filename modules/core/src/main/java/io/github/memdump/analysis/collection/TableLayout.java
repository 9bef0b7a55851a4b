package io.github.memdump.analysis.collection;

/**
 * What the tables of Ruby's arrays and hashes take: as {@code array.c}, {@code hash.c} and {@code st.c} of CRuby 2.6 to
 * 4.1dev lay them out. No dump tells the capacity of these, but {@code memsize} is the slot and the table, and a table
 * of so many bytes has one capacity. Immutable, thread-safe; constant time.
 */
final class TableLayout {
    /** A hash table has 2^n places, at least these. */
    private static final int LEAST_POWER = 2;
    private static final int MOST_POWER = 40;
    /** Tables of more places than 2^4 have bins, two for each place. */
    private static final int MOST_WITHOUT_BINS = 4;
    private static final int ENTRY_WORDS = 3;

    private final int word;

    private TableLayout(int word) {
        this.word = word;
    }

    /** Returns the layout in a process by the highest address of an object: words have 8 bytes, or 4. */
    static TableLayout byAddress(long highest) {
        return new TableLayout(Long.compareUnsigned(highest, 0xFFFF_FFFFL) > 0 ? Long.BYTES : Integer.BYTES);
    }

    /** Returns the bytes of a word. */
    int word() {
        return word;
    }

    /** Returns the bytes of the smallest slot: all of them before Ruby 3.2, whose records do not tell them. */
    int slot() {
        return 5 * word;
    }

    /** Returns how many elements a table of an array has room for. */
    long elements(long bytes) {
        return bytes / word;
    }

    /**
     * Returns how many pairs a hash of some has room for whose table takes so many bytes beyond the slot: in the slot
     * itself or in a short list, as many as a word has bytes; else a power of two; -1 if no table takes that.
     */
    long pairs(long bytes, long pairs) {
        if (bytes == 0 || bytes == 2L * word * word) {
            return Math.max(word, pairs);
        }
        int power = powerOfHash(bytes);
        return power < 0 ? -1 : 1L << power;
    }

    /** Returns the bytes less that a hash takes with room for its pairs alone; 0 where its room is a short list. */
    long spareOfHash(long bytes, long pairs) {
        int has = powerOfHash(bytes);
        int needs = LEAST_POWER;
        while (1L << needs < pairs && needs < MOST_POWER) {
            needs++;
        }
        return has <= needs ? 0 : table(has) - table(needs);
    }

    private int powerOfHash(long bytes) {
        int power = power(bytes);
        // Before Ruby 3.3 the head of the table counts too.
        return power >= 0 ? power : power(bytes - (word == Long.BYTES ? 56 : 32));
    }

    private int power(long bytes) {
        for (int power = LEAST_POWER; power <= MOST_POWER; power++) {
            long size = table(power);
            if (size >= bytes) {
                return size == bytes ? power : -1;
            }
        }
        return -1;
    }

    private long table(int power) {
        int bin = power < Byte.SIZE ? 1 : power < Short.SIZE ? 2 : power < Integer.SIZE ? 4 : 8;
        long bins = power <= MOST_WITHOUT_BINS ? 0 : (2L << power) * bin;
        return (1L << power) * ENTRY_WORDS * word + bins;
    }
}
