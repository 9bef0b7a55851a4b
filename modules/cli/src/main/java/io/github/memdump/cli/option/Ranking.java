package io.github.memdump.cli.option;

import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;
import java.util.Arrays;
import java.util.PriorityQueue;
import java.util.function.IntToLongFunction;

/**
 * Puts objects in the order of a number, the largest first, those of one number by identity. A merge sort over ids:
 * no object per row, 4 bytes beside the result, time in proportion to n log n.
 */
public final class Ranking {
    /** Where fewer than one in so many are wanted, the others are not worth being sorted. */
    private static final int FEW = 16;

    private final Heap heap;
    private final IntToLongFunction number;
    private final boolean idsAscendAsText;

    private Ranking(Heap heap, IntToLongFunction number) {
        this.heap = heap;
        this.number = number;
        this.idsAscendAsText = haveAddressesOfOneLength(heap);
    }

    /** Returns the objects in order; {@code objects} is used up. */
    public static int[] byNumber(Heap heap, int[] objects, IntToLongFunction number, Task task) {
        Ranking ranking = new Ranking(heap, number);
        int[] from = objects;
        int[] to = new int[from.length];
        int passes = Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(0, from.length - 1));
        task.phase("Sorting", passes);
        for (long run = 1; run < from.length; run *= 2) {
            for (long begin = 0; begin < from.length; begin += 2 * run) {
                ranking.merge(from, to, (int) begin, (int) Math.min(from.length, begin + run),
                    (int) Math.min(from.length, begin + 2 * run));
            }
            int[] swapped = from;
            from = to;
            to = swapped;
            task.done(1);
        }
        return from;
    }

    /** Returns the first of the objects in order, so many at most; a pass over all and a sort of hardly more. */
    public static int[] topByNumber(Heap heap, int[] objects, IntToLongFunction number, int most, Task task) {
        int[] candidates = objects;
        if (most < objects.length / FEW) {
            long least = leastOfLargest(objects, number, most);
            candidates = Arrays.stream(objects).filter(object -> number.applyAsLong(object) >= least).toArray();
        }
        int[] ranked = byNumber(heap, candidates, number, task);
        return ranked.length <= most ? ranked : Arrays.copyOf(ranked, most);
    }

    /** Returns the smallest of so many largest numbers, of which there are enough. */
    private static long leastOfLargest(int[] objects, IntToLongFunction number, int most) {
        PriorityQueue<Long> largest = new PriorityQueue<>();
        long least = Long.MIN_VALUE;
        for (int object : objects) {
            long candidate = number.applyAsLong(object);
            if (largest.size() < most || candidate > least) {
                largest.add(candidate);
                if (largest.size() > most) {
                    largest.remove();
                }
                least = largest.isEmpty() ? Long.MAX_VALUE : largest.peek();
            }
        }
        return least;
    }

    private void merge(int[] from, int[] to, int begin, int middle, int end) {
        int left = begin;
        int right = middle;
        for (int i = begin; i < end; i++) {
            boolean takeLeft = left < middle && (right >= end || isBeforeOrSame(from[left], from[right]));
            to[i] = takeLeft ? from[left++] : from[right++];
        }
    }

    private boolean isBeforeOrSame(int one, int other) {
        int order = Long.compare(number.applyAsLong(other), number.applyAsLong(one));
        return order == 0 ? byIdentity(one, other) <= 0 : order < 0;
    }

    private int byIdentity(int one, int other) {
        return idsAscendAsText && !heap.isRoot(one) && !heap.isRoot(other) ? Integer.compare(one, other)
            : heap.identity(one).compareTo(heap.identity(other));
    }

    /** Ids ascend by address, and so do addresses written out if all have the same number of digits. */
    private static boolean haveAddressesOfOneLength(Heap heap) {
        int addresses = heap.objectCount() - heap.roots().length;
        return addresses == 0 || digits(heap.address(0)) == digits(heap.address(addresses - 1));
    }

    private static int digits(long address) {
        return Long.toHexString(address).length();
    }
}
