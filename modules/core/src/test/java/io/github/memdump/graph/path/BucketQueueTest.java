package io.github.memdump.graph.path;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;

class BucketQueueTest {
    @RepeatedTest(20)
    void givesOutTheSmallestKeyAsAPriorityQueueDoes() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        BucketQueue queue = new BucketQueue();
        for (int round = 0; round < 3; round++) {
            PriorityQueue<Integer> expected = new PriorityQueue<>();
            Set<String> held = new HashSet<>();
            int lowest = 0;
            for (int i = 0; i < 3000; i++) {
                if (expected.isEmpty() || random.nextInt(5) < 3) {
                    int key = lowest + random.nextInt(200);
                    queue.add(key, i);
                    expected.add(key);
                    held.add(key + " " + i);
                } else {
                    lowest = expected.remove();
                    assertEquals(lowest, queue.lowestKey(), () -> "seed " + seed);
                    assertTrue(held.remove(lowest + " " + queue.removeLowest()), () -> "seed " + seed);
                }
                assertEquals(expected.isEmpty(), queue.isEmpty(), () -> "seed " + seed);
            }
            queue.clear();
            assertTrue(queue.isEmpty());
        }
    }
}
