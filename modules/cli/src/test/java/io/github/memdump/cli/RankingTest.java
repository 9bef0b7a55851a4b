package io.github.memdump.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.github.memdump.cli.option.Ranking;
import io.github.memdump.dump.DumpInput;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.HeapLoader;
import io.github.memdump.task.Task;
import io.github.memdump.testing.HeapDsl;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;

class RankingTest {
    /** Addresses of different lengths included, whose order as text is not that of the numbers. */
    @RepeatedTest(20)
    void agreesWithSortingByNumberAndThenIdentity() throws IOException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        HeapDsl dsl = HeapDsl.heap().root("vm").root("global_tbl");
        int objects = random.nextInt(120);
        int longest = random.nextBoolean() ? 24 : 44;
        for (int i = 0; i < objects; i++) {
            long address = (1L << 20 + random.nextInt(longest - 20)) + i * 40L;
            dsl.object("o" + i).at(address);
            if (random.nextBoolean()) {
                dsl.generation(random.nextInt(20));
            }
        }
        Heap heap = HeapLoader.lenient().load(DumpInput.of("random", new ByteArrayInputStream(
            dsl.text().getBytes(StandardCharsets.UTF_8))), Task.UNWATCHED);
        long[] numbers = random.longs(heap.objectCount(), 0, 3).toArray();
        int[] expected = IntStream.range(0, heap.objectCount()).boxed()
            .sorted(Comparator.<Integer>comparingLong(object -> -numbers[object]).thenComparing(heap::identity))
            .mapToInt(object -> object).toArray();
        int[] all = IntStream.range(0, heap.objectCount()).toArray();
        assertArrayEquals(expected, Ranking.byNumber(heap, all, object -> numbers[object], Task.UNWATCHED),
            () -> "seed " + seed);
        int most = 1 + random.nextInt(4);
        assertArrayEquals(Arrays.copyOf(expected, Math.min(most, expected.length)),
            Ranking.topByNumber(heap, IntStream.range(0, heap.objectCount()).toArray(), object -> numbers[object], most,
                Task.UNWATCHED), () -> "seed " + seed);
    }
}
