package io.github.memdump.heap;

import io.github.memdump.array.NamedArrays;
import java.util.Arrays;

/**
 * Address to object id and back, for ids given out in ascending order of address: a sorted page directory, a bitmap of
 * occupied granules, and the number of objects before each page. About one byte per object on a dense heap, at most
 * 80 where every object has a page of its own. Immutable, thread-safe.
 */
final class AddressIndex {
    private static final int GRANULE_BITS = 9;
    private static final int WORDS = 8;

    private final long[] keys;
    private final long[] bits;
    private final int[] firstId;
    private final int[] newPage;

    /**
     * Makes the index.
     *
     * @param keys    the keys of the pages, ascending
     * @param bits    the bitmaps of these pages, 8 words each
     * @param newPage for the page numbers of {@link AddressPages} codes their place in {@code keys}
     */
    AddressIndex(long[] keys, long[] bits, int[] newPage) {
        this(keys, bits, newPage, new int[keys.length + 1]);
        for (int page = 0; page < keys.length; page++) {
            int count = 0;
            for (int word = page * WORDS; word < (page + 1) * WORDS; word++) {
                count += Long.bitCount(bits[word]);
            }
            firstId[page + 1] = firstId[page] + count;
        }
    }

    private AddressIndex(long[] keys, long[] bits, int[] newPage, int[] firstId) {
        this.keys = keys;
        this.bits = bits;
        this.newPage = newPage;
        this.firstId = firstId;
    }

    /** Returns the index that {@link #putInto} has put among these arrays. */
    static AddressIndex from(NamedArrays arrays) {
        return new AddressIndex(arrays.longs("pages"), arrays.longs("granules"), new int[0], arrays.ints("first_id"));
    }

    /** Puts all that this index is made of; not what only the translation of codes needs. */
    void putInto(NamedArrays arrays) {
        arrays.put("pages", keys);
        arrays.put("granules", bits);
        arrays.put("first_id", firstId);
    }

    /** Returns this index without what only the translation of codes needs. */
    AddressIndex withoutCodes() {
        return new AddressIndex(keys, bits, new int[0], firstId);
    }

    /** Returns the number of objects. */
    int size() {
        return firstId[keys.length];
    }

    /** Returns the id of the object at a code of {@link AddressPages}, or -1 if none lies there. */
    int idOfCode(int code) {
        return id(newPage[code >>> GRANULE_BITS], code & (1 << GRANULE_BITS) - 1);
    }

    /** Returns the id of the object at an address, or -1 if none lies there; logarithmic in the number of pages. */
    int id(long address) {
        int page = Arrays.binarySearch(keys, AddressPages.key(address));
        return page < 0 ? -1 : id(page, AddressPages.granule(address));
    }

    /** Returns the address of an object; logarithmic in the number of pages. */
    long address(int id) {
        int page = Arrays.binarySearch(firstId, id);
        if (page < 0) {
            page = -page - 2;
        } else {
            while (firstId[page + 1] == id) {
                page++;
            }
        }
        int rest = id - firstId[page];
        int word = page * WORDS;
        while (rest >= Long.bitCount(bits[word])) {
            rest -= Long.bitCount(bits[word++]);
        }
        long remaining = bits[word];
        for (; rest > 0; rest--) {
            remaining &= remaining - 1;
        }
        int granule = (word - page * WORDS) * Long.SIZE + Long.numberOfTrailingZeros(remaining);
        return AddressPages.address(keys[page], granule);
    }

    private int id(int page, int granule) {
        int word = page * WORDS + (granule >>> 6);
        long bit = 1L << granule;
        if ((bits[word] & bit) == 0) {
            return -1;
        }
        int id = firstId[page] + Long.bitCount(bits[word] & bit - 1);
        for (int w = page * WORDS; w < word; w++) {
            id += Long.bitCount(bits[w]);
        }
        return id;
    }
}
