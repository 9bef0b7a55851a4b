package io.github.memdump.heap;

import io.github.memdump.dump.LimitExceededException;
import java.util.Arrays;
import java.util.Locale;

/**
 * Addresses in four bytes. Ruby allocates objects densely in pages, so an address is written as the number of its
 * 4 KiB page (in order of first sight) and its 8-byte granule in that page; which granules hold an object is one
 * 64-byte bitmap a page, a cache line. For a dense heap this costs about one byte per object where a hash of longs
 * costs sixteen, and a look-up touches two cache lines. Addresses that are not multiples of 8 get pages of their own,
 * one for each remainder. Not thread-safe while it grows.
 */
final class AddressPages {
    private static final int GRANULE_BITS = 9;
    private static final int GRANULES = 1 << GRANULE_BITS;
    private static final int WORDS = GRANULES / Long.SIZE;
    /** Codes are ints, used as unsigned numbers. */
    private static final int MAX_PAGES = 1 << (Integer.SIZE - GRANULE_BITS);

    private long[] keys = new long[1024];
    private long[] bits = new long[1024 * WORDS];
    private int pages;
    private int[] slots = new int[4096];
    private long lastKey;
    private int lastPage = -1;

    /** Returns the code of an address, given out now if the page was never seen. */
    int code(long address) throws LimitExceededException {
        long key = key(address);
        if (key != lastKey || lastPage < 0) {
            lastPage = page(key);
            lastKey = key;
        }
        return lastPage << GRANULE_BITS | granule(address);
    }

    /** Marks that an object lies at this code; returns false if one was there already. */
    boolean occupy(int code) {
        int word = code >>> 6;
        long bit = 1L << code;
        if ((bits[word] & bit) != 0) {
            return false;
        }
        bits[word] |= bit;
        return true;
    }

    /** Returns the final directory, with ids in ascending order of page and address, and its pages renumbered. */
    AddressIndex index() {
        long[] sortedKeys = Arrays.copyOf(keys, pages);
        Arrays.sort(sortedKeys);
        long[] sortedBits = new long[pages * WORDS];
        int[] newPage = new int[pages];
        for (int page = 0; page < pages; page++) {
            int rank = Arrays.binarySearch(sortedKeys, keys[page]);
            newPage[page] = rank;
            System.arraycopy(bits, page * WORDS, sortedBits, rank * WORDS, WORDS);
        }
        return new AddressIndex(sortedKeys, sortedBits, newPage);
    }

    static long key(long address) {
        return address >>> 12 << 3 | (address & 7);
    }

    static int granule(long address) {
        return (int) (address >>> 3) & GRANULES - 1;
    }

    static long address(long key, int granule) {
        return key >>> 3 << 12 | (long) granule << 3 | (key & 7);
    }

    private int page(long key) throws LimitExceededException {
        int mask = slots.length - 1;
        int slot = hash(key) & mask;
        while (slots[slot] != 0) {
            int page = slots[slot] - 1;
            if (keys[page] == key) {
                return page;
            }
            slot = (slot + 1) & mask;
        }
        return add(key, slot);
    }

    private int add(long key, int slot) throws LimitExceededException {
        if (pages == MAX_PAGES) {
            throw new LimitExceededException(String.format(Locale.ROOT, "addresses in more than %,d pages of 4 KiB,"
                + " which no heap here can have. The dump seems damaged; --strict tells where first", MAX_PAGES));
        }
        if (pages == keys.length) {
            keys = Arrays.copyOf(keys, pages * 2);
            bits = Arrays.copyOf(bits, pages * 2 * WORDS);
        }
        keys[pages++] = key;
        slots[slot] = pages;
        if (pages * 2 > slots.length) {
            rehash();
        }
        return pages - 1;
    }

    private void rehash() {
        slots = new int[slots.length * 2];
        int mask = slots.length - 1;
        for (int page = 0; page < pages; page++) {
            int slot = hash(keys[page]) & mask;
            while (slots[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            slots[slot] = page + 1;
        }
    }

    private static int hash(long key) {
        long mixed = key * 0x9E37_79B9_7F4A_7C15L;
        return (int) (mixed >>> 32);
    }
}
