package io.github.memdump.heap;

import io.github.memdump.array.IntChunks;
import io.github.memdump.array.IntList;
import io.github.memdump.array.LongList;
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

    /** Collects the sizes of records as they are read. Not thread-safe. */
    static final class Builder {
        private final IntChunks sizes = new IntChunks();
        private final IntList largeRecords = new IntList();
        private final LongList largeSizes = new LongList();
        private int records;

        /** Adds the size of the next record. */
        void add(long size) {
            boolean isLarge = size > Integer.MAX_VALUE;
            sizes.add(isLarge ? LARGE : (int) size);
            if (isLarge) {
                largeRecords.add(records);
                largeSizes.add(size);
            }
            records++;
        }

        /** Returns the column by id, 0 for so many ROOT objects at the end; what was collected goes. */
        MemsizeColumn build(RecordOrder order, int roots) {
            long[] large = new long[largeRecords.size()];
            for (int i = 0; i < large.length; i++) {
                // Ids take 31 bits, so a pair sorts as one long would; the place in the list is all that must follow.
                large[i] = (long) order.id(largeRecords.get(i)) << Integer.SIZE | i;
            }
            Arrays.sort(large);
            int[] ids = new int[large.length];
            long[] ordered = new long[large.length];
            for (int i = 0; i < large.length; i++) {
                ids[i] = (int) (large[i] >>> Integer.SIZE);
                ordered[i] = largeSizes.get((int) large[i]);
            }
            int[] all = order.ordered(sizes, roots, 0);
            sizes.clear();
            return new MemsizeColumn(all, ids, ordered);
        }
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

    long get(int id) {
        int size = sizes[id];
        return size != LARGE ? size : largeSizes[Arrays.binarySearch(largeIds, id)];
    }
}
