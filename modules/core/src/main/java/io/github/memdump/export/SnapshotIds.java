package io.github.memdump.export;

import java.util.function.IntToLongFunction;

/**
 * The ids of the nodes of a heap snapshot, which have to fit in 32 bits: odd numbers, each made from the identity of an
 * object, so that the same object has the same id in the snapshots of two dumps of one process. Where two objects come
 * to the same number (of a million objects about 230 pairs) the later one takes the next that is free. Immutable; 4
 * bytes per object, on the way 8 to 16 more; linear time.
 */
final class SnapshotIds {
    /** The id of the node above all. */
    static final long ROOT = 1;
    /** The id of the node above the objects that no root reaches. */
    static final long UNREACHABLE = 3;

    private static final int FIRST = 2;
    private static final int NUMBERS = Integer.MAX_VALUE - FIRST;

    private final int[] numbers;

    private SnapshotIds(int[] numbers) {
        this.numbers = numbers;
    }

    /** Gives ids to objects {@code 0 … count-1}, of each of which a key says which object it is. */
    static SnapshotIds of(int count, IntToLongFunction key) {
        int[] numbers = new int[count];
        int capacity = Integer.highestOneBit(Math.max(8, Math.min(count, 1 << 28)) * 2 + 1) * 2;
        // 0 stands for a free place, and no number is 0.
        int[] taken = new int[Math.max(capacity, 16)];
        for (int object = 0; object < count; object++) {
            int number = Math.floorMod(mixed(key.applyAsLong(object)), NUMBERS) + FIRST;
            while (!add(number, taken)) {
                number = number == NUMBERS + FIRST - 1 ? FIRST : number + 1;
            }
            numbers[object] = number;
        }
        return new SnapshotIds(numbers);
    }

    /** Returns the id of an object: odd, below 2 to the power of 32. */
    long id(int object) {
        return 2L * numbers[object] + 1;
    }

    /** Returns whether a number was added; not if it was there. */
    private static boolean add(int number, int[] taken) {
        int mask = taken.length - 1;
        int place = mixed32(number) & mask;
        while (taken[place] != 0) {
            if (taken[place] == number) {
                return false;
            }
            place = place + 1 & mask;
        }
        taken[place] = number;
        return true;
    }

    private static int mixed32(int number) {
        int mixed = number * 0x9E37_79B9;
        return mixed ^ mixed >>> 15;
    }

    /** The finalizer of MurmurHash3 (A. Appleby, public domain). */
    private static long mixed(long key) {
        long mixed = (key ^ key >>> 33) * 0xff51_afd7_ed55_8ccdL;
        mixed = (mixed ^ mixed >>> 33) * 0xc4ce_b9fe_1a85_ec53L;
        return mixed ^ mixed >>> 33;
    }
}
