package io.github.memdump.task;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ParallelTest {
    @Test
    void runsEachPartOnceAndAllAtTheSameTime() {
        int[] runs = new int[3];
        CountDownLatch allThere = new CountDownLatch(3);
        Parallel.run(3, part -> {
            runs[part]++;
            allThere.countDown();
            await(allThere);
        });
        assertArrayEquals(new int[] {1, 1, 1}, runs);
    }

    @Test
    void passesOnWhatAPartThrowsOnceTheOthersHaveEnded() {
        for (Throwable thrown : new Throwable[] {new CancelledException(), new OutOfMemoryError("made up")}) {
            for (int failing = 0; failing < 2; failing++) {
                int bad = failing;
                int[] ended = new int[1];
                Throwable caught = assertThrows(Throwable.class, () -> Parallel.run(2, part -> {
                    if (part == bad) {
                        throwUnchecked(thrown);
                    }
                    ended[0]++;
                }));
                assertSame(thrown, caught);
                assertArrayEquals(new int[] {1}, ended);
            }
        }
    }

    @Test
    void keepsTheInterruptOfTheCallingThread() {
        Thread.currentThread().interrupt();
        Parallel.run(2, part -> { });
        assertTrue(Thread.interrupted());
    }

    private static void throwUnchecked(Throwable thrown) {
        if (thrown instanceof Error) {
            throw (Error) thrown;
        }
        throw (RuntimeException) thrown;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
