package io.github.memdump.heap;

import io.github.memdump.array.NamedArrays;
import java.util.Arrays;

/**
 * Sizes in bytes at 4 bytes each: a size of 2 GiB or more, which hardly any object has, is kept in a sorted list
 * beside. Immutable, thread-safe.
 */
final class MemsizeColumn {
    private static final int LARGE = -1;

    private final int[] sizes;
    private final int[] largeIds;
    private final long[] largeSizes;

    private MemsizeColumn(int[] sizes, int[] largeIds, long[] largeSizes) {
        this.sizes = sizes;
        this.largeIds = largeIds;
        this.largeSizes = largeSizes;
    }

    /** Makes the column from small sizes (-1 where it is large) and the large ones by ascending id. */
    static MemsizeColumn of(int[] sizes, int[] largeIds, long[] largeSizes) {
        return new MemsizeColumn(sizes, largeIds, largeSizes);
    }

    /** Returns the column that {@link #putInto} has put among these arrays. */
    static MemsizeColumn from(NamedArrays arrays) {
        return new MemsizeColumn(arrays.ints("sizes"), arrays.ints("large_ids"), arrays.longs("large_sizes"));
    }

    /** Puts all that this column is made of. */
    void putInto(NamedArrays arrays) {
        arrays.put("sizes", sizes);
        arrays.put("large_ids", largeIds);
        arrays.put("large_sizes", largeSizes);
    }

    /** Returns a size as it is stored in the main array. */
    static int stored(long size) {
        return size > Integer.MAX_VALUE ? LARGE : (int) size;
    }

    long get(int id) {
        int size = sizes[id];
        return size != LARGE ? size : largeSizes[Arrays.binarySearch(largeIds, id)];
    }
}
