package io.github.memdump.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.task.CancelledException;
import io.github.memdump.task.Task;
import java.util.function.Consumer;

/** A task that is cancelled at a certain call of {@code done}, and that notes what it is told. */
public final class CancellingTask implements Task {
    /** The most steps that may go by unreported. */
    private static final long LONGEST_SILENCE = 1 << 16;

    private final int cancelAt;
    private int calls;
    private boolean cancelled;

    private CancellingTask(int cancelAt) {
        this.cancelAt = cancelAt;
    }

    @Override
    public void phase(String name, long total) {
        assertTrue(!cancelled, "A phase began after the cancel: " + name);
    }

    @Override
    public void done(long steps) {
        assertTrue(!cancelled, "Work went on after the cancel.");
        assertTrue(steps <= LONGEST_SILENCE, steps + " steps went by before a report.");
        if (++calls == cancelAt) {
            cancelled = true;
            throw new CancelledException();
        }
    }

    /**
     * Checks that a computation over a large graph reports often, and that a cancel at any of its reports ends it.
     *
     * @param leastReports how many reports there must be at least, from the size of the graph
     */
    static void check(int leastReports, Consumer<Task> computation) {
        check(leastReports, 0, computation);
    }

    /** The same for a computation on several threads, which may make a few reports more or less each time. */
    public static void checkThreads(int leastReports, Consumer<Task> computation) {
        check(leastReports, 8, computation);
    }

    private static void check(int leastReports, int few, Consumer<Task> computation) {
        CancellingTask watcher = new CancellingTask(Integer.MAX_VALUE);
        computation.accept(watcher);
        int reports = watcher.calls;
        assertTrue(reports >= leastReports, "only " + reports + " reports");
        for (int at = 1; at <= reports - few; at += 1 + reports / 10) {
            CancellingTask task = new CancellingTask(at);
            assertThrows(CancelledException.class, () -> computation.accept(task));
            assertEquals(at, task.calls);
        }
    }
}
