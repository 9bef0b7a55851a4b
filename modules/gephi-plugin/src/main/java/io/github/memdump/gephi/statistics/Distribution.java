package io.github.memdump.gephi.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;

/** How many counts lie between powers of two. Immutable. */
final class Distribution {
    private final List<Integer> bins;

    private Distribution(List<Integer> bins) {
        this.bins = List.copyOf(bins);
    }

    /** Returns the distribution of {@code size} counts; those below 1 were not counted. */
    static Distribution of(int size, IntUnaryOperator count) {
        int[] bins = new int[Integer.SIZE];
        int last = -1;
        for (int i = 0; i < size; i++) {
            int value = count.applyAsInt(i);
            if (value > 0) {
                int bin = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(value);
                bins[bin]++;
                last = Math.max(last, bin);
            }
        }
        List<Integer> used = new ArrayList<>();
        for (int bin = 0; bin <= last; bin++) {
            used.add(bins[bin]);
        }
        return new Distribution(used);
    }

    /** Returns the number of bins. */
    int size() {
        return bins.size();
    }

    /** Returns how many counts lie in a bin. */
    int inBin(int bin) {
        return bins.get(bin);
    }

    /** Returns the counts of a bin, such as "4–7". */
    static String name(int bin) {
        int from = 1 << bin;
        return bin == 0 ? "1" : String.format("%,d\u2013%,d", from, 2L * from - 1);
    }
}
