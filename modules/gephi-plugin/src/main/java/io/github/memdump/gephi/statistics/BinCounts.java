package io.github.memdump.gephi.statistics;

import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;

/** How many items fall into each of some named bins. Immutable. */
final class BinCounts {
    /** The most bins of single values; what is above falls into the last. */
    private static final int MOST_SINGLE = 25;

    private static final int LONGEST = 26;

    private final List<String> names;
    private final List<Long> counts;

    private BinCounts(List<String> names, List<Long> counts) {
        this.names = Collections.unmodifiableList(names);
        this.counts = Collections.unmodifiableList(counts);
    }

    /** Returns how many figures of a column lie between powers of two; those below 1 are left out. */
    static BinCounts byPowers(ItemFigures figures, Column column) {
        long[] bins = new long[Long.SIZE];
        for (int item = 0; item < figures.size(); item++) {
            long value = figures.number(column, item);
            if (value > 0) {
                bins[Long.SIZE - 1 - Long.numberOfLeadingZeros(value)]++;
            }
        }
        return upToLast(bins, BinCounts::power);
    }

    /** Returns how many figures of a column have each value from 1 up. */
    static BinCounts byValue(ItemFigures figures, Column column) {
        long[] bins = new long[MOST_SINGLE];
        for (int item = 0; item < figures.size(); item++) {
            long value = figures.number(column, item);
            if (value != Findings.ABSENT && value > 0) {
                bins[(int) Math.min(value, MOST_SINGLE) - 1]++;
            }
        }
        return upToLast(bins, bin -> bin == MOST_SINGLE - 1 ? MOST_SINGLE + "+" : Integer.toString(bin + 1));
    }

    /** Returns bins that are counted already; of long names the end is shown. */
    static BinCounts of(List<String> names, List<Long> counts) {
        List<String> shown = new ArrayList<>();
        for (String name : names) {
            // Bars of one name would be one bar: what the cut makes alike stays long.
            String cut = name.length() <= LONGEST ? name : "\u2026" + name.substring(name.length() - LONGEST);
            shown.add(shown.contains(cut) ? name : cut);
        }
        return new BinCounts(shown, new ArrayList<>(counts));
    }

    private static BinCounts upToLast(long[] bins, IntFunction<String> name) {
        List<String> names = new ArrayList<>();
        List<Long> counts = new ArrayList<>();
        for (int bin = 0, open = 0; bin < bins.length; bin++) {
            if (bins[bin] > 0) {
                for (; open <= bin; open++) {
                    names.add(name.apply(open));
                    counts.add(bins[open]);
                }
            }
        }
        return new BinCounts(names, counts);
    }

    /** Returns the number of bins. */
    int size() {
        return names.size();
    }

    /** Returns how many items lie in a bin. */
    long inBin(int bin) {
        return counts.get(bin);
    }

    /** Returns the name of a bin, such as "4–7". */
    String name(int bin) {
        return names.get(bin);
    }

    private static String power(int bin) {
        if (bin < 10) {
            int from = 1 << bin;
            return bin == 0 ? "1" : from + "\u2013" + (2 * from - 1);
        }
        return rounded(bin) + "\u2013" + rounded(bin + 1);
    }

    private static String rounded(int power) {
        return (1L << power % 10) + " KMGTPE".substring(power / 10, power / 10 + 1).trim();
    }
}
