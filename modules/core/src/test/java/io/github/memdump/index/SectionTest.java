package io.github.memdump.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which arrays a directory may speak of; room for no other is ever asked for. */
class SectionTest {
    @ParameterizedTest
    @CsvSource({"4, 10, 48, true", "4, 13, 48, true", "4, 14, 48, false", "8, 0, 100, true", "1, 1, 100, false",
        "1, 53, 47, false", "0, 10, 48, false", "-4, 10, 48, false", "3, 1, 48, false", "4, -1, 48, false",
        "8, 2147483647, 9223372036854775800, false", "8, 2147483647, 48, false", "1, 1, -5, false"})
    void anArrayLiesBehindTheHeaderAndBeforeTheDirectory(int width, int count, long position, boolean within) {
        assertEquals(within, new Section("a", width, count, position, 0).isWithin(48, 100));
    }
}
