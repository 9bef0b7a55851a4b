package io.github.memdump.heap.tally;

import io.github.memdump.array.Saturating;
import java.util.Arrays;

/**
 * How many objects have each number, how many bytes they take, and which of them is the first. Never changed once
 * {@link HeapTally} has handed it out.
 */
public final class Tally {
    /** All bits, or none: a tally of too many numbers is one of a single one, so that whoever adds need not ask. */
    private final int mask;
    private int[] counts;
    private long[] sizes;
    private int[] firsts;

    /** Makes a tally of so many numbers from 0 on, 16 bytes each; nothing comes of it if there are too many. */
    Tally(long numbers, int most) {
        this.mask = numbers <= most ? -1 : 0;
        int places = numbers <= most ? (int) numbers : 1;
        this.counts = new int[places];
        this.sizes = new long[places];
        this.firsts = new int[places];
    }

    void add(int number, int object, long memsize) {
        int place = number & mask;
        if (counts[place]++ == 0) {
            firsts[place] = object;
        }
        sizes[place] = Saturating.sum(sizes[place], memsize);
    }

    /** Makes place for numbers below another bound. */
    void grow(int numbers) {
        counts = Arrays.copyOf(counts, numbers);
        sizes = Arrays.copyOf(sizes, numbers);
        firsts = Arrays.copyOf(firsts, numbers);
    }

    /** Returns whether there were not too many numbers. */
    boolean isWhole() {
        return mask != 0;
    }

    /** Returns the bound above all numbers, some of which no object may have. */
    public int numbers() {
        return counts.length;
    }

    /** Returns how many objects have a number. */
    public int count(int number) {
        return counts[number];
    }

    /** Returns the sum of their sizes in bytes. */
    public long memsize(int number) {
        return sizes[number];
    }

    /** Returns the id of the first object that has a number; there must be one. */
    public int first(int number) {
        return firsts[number];
    }
}
