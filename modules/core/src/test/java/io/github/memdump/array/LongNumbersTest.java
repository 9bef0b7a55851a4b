package io.github.memdump.array;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;

class LongNumbersTest {
    @RepeatedTest(20)
    void numbersKeysInTheOrderOfFirstSight() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        int kinds = 1 + random.nextInt(3000);
        boolean areSmall = random.nextBoolean();
        Map<Long, Integer> expected = new HashMap<>();
        LongNumbers numbers = new LongNumbers();
        long[] keys = random.longs(kinds).map(key -> areSmall ? key >> 54 : key).toArray();
        for (int i = 0; i < 5000; i++) {
            long key = keys[random.nextInt(kinds)];
            int next = expected.size();
            assertEquals(expected.computeIfAbsent(key, k -> next), numbers.of(key), () -> "seed " + seed);
            assertEquals(expected.size(), numbers.size());
        }
    }
}
