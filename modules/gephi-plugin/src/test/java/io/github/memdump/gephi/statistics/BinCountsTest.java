package io.github.memdump.gephi.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;
import org.junit.jupiter.api.Test;

final class BinCountsTest {
    private static ItemFigures figures(long... numbers) {
        return new ItemFigures() {
            @Override
            public int size() {
                return numbers.length;
            }

            @Override
            public long number(Column column, int item) {
                return numbers[item];
            }

            @Override
            public String text(Column column, int item) {
                return "";
            }
        };
    }

    @Test
    void binsEndBelowPowersOfTwo() {
        BinCounts distribution = BinCounts.byPowers(
            figures(1, 1, 2, 3, 4, 7, 8, 1000, 5L << 30, Findings.ABSENT), Column.RETAINED_SIZE);
        assertEquals(33, distribution.size());
        assertEquals(2, distribution.inBin(0));
        assertEquals(2, distribution.inBin(1));
        assertEquals(2, distribution.inBin(2));
        assertEquals(1, distribution.inBin(3));
        assertEquals(1, distribution.inBin(9));
        assertEquals(1, distribution.inBin(32));
        assertEquals("4\u20137", distribution.name(2));
        assertEquals("512\u20131023", distribution.name(9));
        assertEquals("4G\u20138G", distribution.name(32));
    }

    @Test
    void singleValuesHaveABinEachUpToTheLast() {
        BinCounts distribution = BinCounts.byValue(figures(1, 3, 3, 4711), Column.ROOT_DISTANCE);
        assertEquals(25, distribution.size());
        assertEquals(2, distribution.inBin(2));
        assertEquals(1, distribution.inBin(24));
        assertEquals("25+", distribution.name(24));
    }

    @Test
    void nothingCountedHasNoBins() {
        assertEquals(0, BinCounts.byPowers(figures(Findings.ABSENT, 0), Column.RETAINED_SIZE).size());
    }
}
