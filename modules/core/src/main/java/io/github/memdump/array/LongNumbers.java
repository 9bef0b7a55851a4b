package io.github.memdump.array;

import java.util.Arrays;

/**
 * Numbers distinct {@code long} keys from 0 in the order of first sight: open addressing, about 24 bytes a key. Not
 * thread-safe.
 */
public final class LongNumbers {
    /** What {@link #find} returns for a key that was not met. */
    public static final int NONE = -1;


    private long[] keys = new long[16];
    private int[] numbers = new int[16];
    private int size;

    /** Makes a numbering without keys. */
    public LongNumbers() {
        Arrays.fill(numbers, NONE);
    }

    /** Returns the number of a key, a new one if it was not met before: then it is one less than {@link #size}. */
    public int of(long key) {
        int slot = slot(keys, numbers, key);
        if (numbers[slot] != NONE) {
            return numbers[slot];
        }
        keys[slot] = key;
        numbers[slot] = size++;
        if (size * 2L > keys.length) {
            grow();
        }
        return size - 1;
    }

    /** Returns the number of a key that was met before, or {@link #NONE}. */
    public int find(long key) {
        return numbers[slot(keys, numbers, key)];
    }

    /** Returns how many keys there are. */
    public int size() {
        return size;
    }

    private void grow() {
        long[] newKeys = new long[keys.length * 2];
        int[] newNumbers = new int[newKeys.length];
        Arrays.fill(newNumbers, NONE);
        for (int i = 0; i < keys.length; i++) {
            if (numbers[i] != NONE) {
                int slot = slot(newKeys, newNumbers, keys[i]);
                newKeys[slot] = keys[i];
                newNumbers[slot] = numbers[i];
            }
        }
        keys = newKeys;
        numbers = newNumbers;
    }

    private static int slot(long[] keys, int[] numbers, long key) {
        int mask = keys.length - 1;
        long mixed = key * 0x9E37_79B9_7F4A_7C15L;
        int slot = (int) (mixed >>> 32) & mask;
        while (numbers[slot] != NONE && keys[slot] != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }
}
