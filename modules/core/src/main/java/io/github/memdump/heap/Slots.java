package io.github.memdump.heap;

import io.github.memdump.array.NamedArrays;
import io.github.memdump.dump.RecordBlock;
import java.util.Arrays;
import java.util.List;

/**
 * How many slots a dump names beside its objects: records of type NONE, ZOMBIE and MOVED, places of Ruby's heap where
 * no object is. Ruby writes them into full dumps. They become no objects of a {@link Heap}. Immutable.
 */
public final class Slots {
    /** The record types of slots: a free one, a freed object that waits for its finalizer, a mark left by moving. */
    public static final List<String> TYPES = List.of("NONE", "ZOMBIE", "MOVED");

    private final long[] counts;

    private Slots(long[] counts) {
        this.counts = counts;
    }

    /** Returns the counts that {@link #putInto} has put among these arrays. */
    static Slots from(NamedArrays arrays) {
        return new Slots(arrays.longs("counts"));
    }

    /** Puts all that these counts are made of. */
    void putInto(NamedArrays arrays) {
        arrays.put("counts", counts);
    }

    /** Returns the number of slots of all types. */
    public long total() {
        return Arrays.stream(counts).sum();
    }

    /** Returns the number of slots of one of the {@link #TYPES}. */
    public long count(String type) {
        return counts[TYPES.indexOf(type)];
    }

    /** Sorts the slots of a dump out, and counts them. Not thread-safe. */
    static final class Filter {
        private static final byte UNKNOWN = 0;
        private static final byte OBJECT = 1;
        private static final byte SLOT = 2;

        private final long[] counts = new long[TYPES.size()];
        /** By the numbers of the strings of the block: what stands for a type is compared once. */
        private byte[] kinds = {};

        /** Begins with the records of another block. */
        void begin(RecordBlock next) {
            int strings = next.strings().size();
            if (kinds.length < strings) {
                kinds = new byte[strings];
            } else {
                Arrays.fill(kinds, 0, strings, UNKNOWN);
            }
        }

        /** Returns whether a record of the block that was begun is a slot; if so it is counted. */
        boolean takes(RecordBlock block, int record) {
            int type = block.type(record);
            if (type == RecordBlock.NONE) {
                return false;
            }
            if (kinds[type] == UNKNOWN) {
                kinds[type] = TYPES.contains(block.strings().get(type)) ? SLOT : OBJECT;
            }
            if (kinds[type] == SLOT) {
                counts[TYPES.indexOf(block.strings().get(type))]++;
            }
            return kinds[type] == SLOT;
        }

        Slots slots() {
            return new Slots(counts.clone());
        }
    }
}
