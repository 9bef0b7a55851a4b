package io.github.memdump.array;

import java.util.Arrays;

/**
 * Numbers of 0 and above, most of them small: 4 bytes each, and 12 more for each that no int can hold. Immutable,
 * thread-safe.
 */
public final class CompactLongs {
    private static final int LARGE = -1;

    private final int[] values;
    private final int[] largePlaces;
    private final long[] largeValues;

    private CompactLongs(int[] values, int[] largePlaces, long[] largeValues) {
        this.values = values;
        this.largePlaces = largePlaces;
        this.largeValues = largeValues;
    }

    /** Returns a copy of the numbers; linear time. */
    public static CompactLongs of(long[] numbers) {
        IntList places = new IntList();
        LongList large = new LongList();
        int[] values = new int[numbers.length];
        for (int i = 0; i < values.length; i++) {
            if (numbers[i] < 0) {
                throw new IllegalArgumentException("A number below 0: " + numbers[i]);
            }
            if (numbers[i] <= Integer.MAX_VALUE) {
                values[i] = (int) numbers[i];
            } else {
                values[i] = LARGE;
                places.add(i);
                large.add(numbers[i]);
            }
        }
        return new CompactLongs(values, places.toArray(), large.toArray());
    }

    /** Returns the number at an index; logarithmic in the number of large ones where it is one of them. */
    public long get(int index) {
        int value = values[index];
        return value != LARGE ? value : largeValues[Arrays.binarySearch(largePlaces, index)];
    }
}
