package io.github.memdump.gephi.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class DistributionTest {
    @Test
    void binsEndBelowPowersOfTwo() {
        int[] counts = {1, 1, 2, 3, 4, 7, 8, 1000, KeepAliveCounts.NOT_COUNTED};
        Distribution distribution = Distribution.of(counts.length, place -> counts[place]);
        assertEquals(10, distribution.size());
        assertEquals(2, distribution.inBin(0));
        assertEquals(2, distribution.inBin(1));
        assertEquals(2, distribution.inBin(2));
        assertEquals(1, distribution.inBin(3));
        assertEquals(1, distribution.inBin(9));
        assertEquals("4\u20137", Distribution.name(2));
    }

    @Test
    void nothingCountedHasNoBins() {
        assertEquals(0, Distribution.of(3, place -> KeepAliveCounts.NOT_COUNTED).size());
    }
}
