package io.github.memdump.array;

import java.util.Arrays;
import java.util.function.IntToLongFunction;

/**
 * Sorts indices by a key that is computed, by merging stretches that are in order already: linear time where there are
 * few of them, n log n at worst, 8 bytes an index. Stable; what has equal keys stays in the order of its indices.
 */
public final class KeyOrder {
    private final IntToLongFunction key;

    private KeyOrder(IntToLongFunction key) {
        this.key = key;
    }

    /** Returns the indices {@code 0 … count-1} in ascending order of their keys. */
    public static int[] ascending(int count, IntToLongFunction key) {
        int[] indices = new int[count];
        Arrays.setAll(indices, index -> index);
        return new KeyOrder(key).sorted(indices);
    }

    private int[] sorted(int[] indices) {
        int[] from = indices;
        int[] to = {};
        while (runEnd(from, 0) < from.length) {
            to = to.length == 0 ? new int[from.length] : to;
            mergePairs(from, to);
            int[] merged = to;
            to = from;
            from = merged;
        }
        return from;
    }

    /** Merges each two neighbouring stretches that are in order. */
    private void mergePairs(int[] from, int[] to) {
        int begin = 0;
        while (begin < from.length) {
            int middle = runEnd(from, begin);
            int end = runEnd(from, middle);
            merge(from, begin, middle, end, to);
            begin = end;
        }
    }

    private void merge(int[] from, int begin, int middle, int end, int[] to) {
        int left = begin;
        int right = middle;
        for (int i = begin; i < end; i++) {
            boolean takesLeft = right == end
                || (left < middle && key.applyAsLong(from[left]) <= key.applyAsLong(from[right]));
            to[i] = takesLeft ? from[left++] : from[right++];
        }
    }

    private int runEnd(int[] indices, int begin) {
        int end = Math.min(indices.length, begin + 1);
        while (end < indices.length && key.applyAsLong(indices[end - 1]) <= key.applyAsLong(indices[end])) {
            end++;
        }
        return end;
    }
}
