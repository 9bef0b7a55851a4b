package io.github.memdump.analysis.collection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableLayoutTest {
    private static final TableLayout WIDE = TableLayout.byAddress(0x7f00_0000_0000L);
    private static final TableLayout NARROW = TableLayout.byAddress(0x1308_0240L);

    /** What hashes of so many pairs took in dumps of 3.1 and 3.4 (64 bits), beyond their slot. */
    @ParameterizedTest
    @CsvSource({"0, 8", "128, 8", "152, 4", "96, 4", "384, 16", "888, 32", "832, 32", "1720, 64", "1664, 64",
        "3384, 128", "7224, 256", "7168, 256", "28728, 1024", "57400, 2048", "57344, 2048"})
    void hashesOfRealDumpsHaveTheRoomThatTheyWereGiven(long bytes, long pairs) {
        assertEquals(pairs, WIDE.pairs(bytes, 0));
    }

    /** The same of 3.2, 3.4, 4.0 and 4.1dev as WebAssembly. */
    @ParameterizedTest
    @CsvSource({"0, 4", "32, 4", "80, 4", "48, 4", "96, 8", "192, 16", "480, 32", "448, 32", "896, 64", "32768, 2048"})
    void narrowWordsMakeNarrowTables(long bytes, long pairs) {
        assertEquals(pairs, NARROW.pairs(bytes, 0));
    }

    @Test
    void bytesThatNoTableTakesHaveNoRoom() {
        assertEquals(-1, WIDE.pairs(1, 0));
        assertEquals(-1, WIDE.pairs(100, 0));
        assertEquals(-1, WIDE.pairs(Long.MAX_VALUE, 0));
        assertEquals(-1, NARROW.pairs(833, 0));
    }

    @Test
    void aTableIsSparedWhatOneForItsPairsDoesNotTake() {
        assertEquals(1664 - 96, WIDE.spareOfHash(1664, 4));
        assertEquals(1664 - 192, WIDE.spareOfHash(1720, 5));
        assertEquals(0, WIDE.spareOfHash(1664, 33));
        assertEquals(1664 - 832, WIDE.spareOfHash(1664, 32));
        assertEquals(0, WIDE.spareOfHash(0, 3));
        assertEquals(0, WIDE.spareOfHash(96, 1));
    }
}
