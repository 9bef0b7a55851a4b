package io.github.memdump.gephi.window.select;

import io.github.memdump.analysis.Findings;
import java.util.Arrays;
import java.util.Optional;

/**
 * How many new objects each object of the new border keeps alive, and how many objects of the border are left above a
 * number. Immutable; 4 bytes for each object of the border.
 */
final class BorderCounts {
    private final int[] ascending;

    private BorderCounts(int[] ascending) {
        this.ascending = ascending;
    }

    /** Returns the counts, if two dumps were compared. */
    static Optional<BorderCounts> of(Findings findings) {
        return findings.border().flatMap(border -> findings.keepAliveNew().map(counts -> of(
            Arrays.stream(border.newBorder().toArray()).map(counts::count).filter(count -> count > 0).toArray())));
    }

    /** Returns some counts, each at least 1. */
    static BorderCounts of(int... counts) {
        int[] sorted = counts.clone();
        Arrays.sort(sorted);
        return new BorderCounts(sorted);
    }

    /** Returns the number of objects. */
    int size() {
        return ascending.length;
    }

    /** Returns the largest count, 1 if there is none. */
    int largest() {
        return ascending.length == 0 ? 1 : ascending[ascending.length - 1];
    }

    /** Returns how many objects keep at least so many alive; logarithmic time. */
    int atLeast(int number) {
        int low = 0;
        int high = ascending.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ascending[middle] < number) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return ascending.length - low;
    }

    /** Returns the number at a part, from 0 to 1, of the way from 1 to the largest count on a logarithmic scale. */
    int numberAt(double part) {
        return (int) Math.round(Math.pow(largest(), Math.min(1, Math.max(0, part))));
    }

    /** Returns at which part of that way a number is. */
    double placeOf(int number) {
        return largest() == 1 ? 0 : Math.min(1, Math.log(Math.max(1, number)) / Math.log(largest()));
    }

    /** Returns how many objects fall into each of some bars of equal width on that scale. */
    int[] bars(int number) {
        int[] bars = new int[number];
        for (int count : ascending) {
            bars[Math.min(number - 1, (int) (placeOf(count) * number))]++;
        }
        return bars;
    }
}
