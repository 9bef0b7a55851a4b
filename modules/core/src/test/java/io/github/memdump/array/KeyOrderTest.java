package io.github.memdump.array;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyOrderTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void sortsAsTheLibraryDoesAndKeepsTheOrderOfEqualKeys(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 50; round++) {
            int kinds = 1 + random.nextInt(40);
            long[] keys = random.longs(random.nextInt(200), -kinds, kinds).toArray();
            int[] expected = IntStream.range(0, keys.length).boxed().sorted(Comparator.comparing(i -> keys[i]))
                .mapToInt(Integer::intValue).toArray();
            assertArrayEquals(expected, KeyOrder.ascending(keys.length, i -> keys[i]), "seed " + seed);
        }
    }

    @Test
    void theLargestAndSmallestKeysAreInOrderToo() {
        long[] keys = {Long.MAX_VALUE, 0, Long.MIN_VALUE, -1};
        assertArrayEquals(new int[] {2, 3, 1, 0}, KeyOrder.ascending(4, i -> keys[i]));
        assertEquals(0, KeyOrder.ascending(0, i -> 0).length);
    }
}
