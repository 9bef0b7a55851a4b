package io.github.memdump.array;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class CompactLongsTest {
    @Test
    void keepsSmallAndLargeNumbers() {
        long[] numbers = {0, Integer.MAX_VALUE, 1L + Integer.MAX_VALUE, 7, 0xFFFF_FFFFL, Long.MAX_VALUE, 1};
        CompactLongs compact = CompactLongs.of(numbers);
        for (int i = 0; i < numbers.length; i++) {
            assertEquals(numbers[i], compact.get(i));
        }
    }

    @Test
    void refusesNegativeNumbers() {
        assertThrows(IllegalArgumentException.class, () -> CompactLongs.of(new long[] {4, -1}));
    }
}
