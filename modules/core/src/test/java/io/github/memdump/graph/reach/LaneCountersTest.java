package io.github.memdump.graph.reach;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LaneCountersTest {
    @Test
    void countsInEveryLane() {
        LaneCounters counters = new LaneCounters();
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            int[] expected = new int[Long.SIZE];
            for (int i = random.nextInt(500); i > 0; i--) {
                long lanes = random.nextLong() & random.nextLong();
                int weight = random.nextInt(1 << random.nextInt(22));
                counters.add(lanes, weight);
                for (int lane = 0; lane < Long.SIZE; lane++) {
                    expected[lane] += (lanes >>> lane & 1) != 0 ? weight : 0;
                }
            }
            for (int lane = 0; lane < Long.SIZE; lane++) {
                assertEquals(expected[lane], counters.get(lane), "seed " + seed);
            }
            counters.clear();
        }
    }

    @Test
    void holdsTheLargestInt() {
        LaneCounters counters = new LaneCounters();
        counters.add(-1L, Integer.MAX_VALUE - 5);
        counters.add(2, 5);

        assertEquals(Integer.MAX_VALUE - 5, counters.get(0));
        assertEquals(Integer.MAX_VALUE, counters.get(1));
    }
}
