package io.github.memdump.value;

import io.github.memdump.heap.Heap;
import java.util.Arrays;

/**
 * Sorts objects by where their records begin in the dump, in merges of stretches that are in order already: ids ascend
 * with addresses, and Ruby writes a heap in nearly that order, so that there is little to do as a rule.
 */
final class OffsetOrder {
    private final Heap heap;
    private final int[] objects;

    private OffsetOrder(Heap heap, int[] objects) {
        this.heap = heap;
        this.objects = objects;
    }

    /** Returns the places of the objects in their array, in the order of their records; 8 bytes an object on the way. */
    static int[] of(Heap heap, int[] objects) {
        return new OffsetOrder(heap, objects).sorted();
    }

    private int[] sorted() {
        int[] from = new int[objects.length];
        Arrays.setAll(from, place -> place);
        int[] to = new int[0];
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
            int end = middle < from.length ? runEnd(from, middle) : middle;
            merge(from, begin, middle, end, to);
            begin = end;
        }
    }

    private void merge(int[] from, int begin, int middle, int end, int[] to) {
        int left = begin;
        int right = middle;
        for (int i = begin; i < end; i++) {
            boolean takesLeft = right == end || left < middle && offset(from[left]) <= offset(from[right]);
            to[i] = takesLeft ? from[left++] : from[right++];
        }
    }

    private int runEnd(int[] places, int begin) {
        int end = Math.min(places.length, begin + 1);
        while (end < places.length && offset(places[end - 1]) <= offset(places[end])) {
            end++;
        }
        return end;
    }

    private long offset(int place) {
        return heap.recordOffset(objects[place]);
    }
}
