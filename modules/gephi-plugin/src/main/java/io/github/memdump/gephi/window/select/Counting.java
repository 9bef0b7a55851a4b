package io.github.memdump.gephi.window.select;

import io.github.memdump.analysis.Findings;
import io.github.memdump.gephi.task.TicketTask;
import io.github.memdump.task.CancelledException;
import java.awt.EventQueue;
import java.util.function.Consumer;
import org.openide.util.RequestProcessor;

/** Carries selections out in the background while they are typed: only the last one, after a pause. */
final class Counting {
    private static final RequestProcessor THREAD = new RequestProcessor("Memdump selection", 1);
    private static final int SETTLE_MILLIS = 300;

    private final Consumer<SelectionResult> result;
    private final Consumer<String> failure;
    private TicketTask running = new TicketTask();

    /** Hands over, on the event thread, what came out or why nothing did. */
    Counting(Consumer<SelectionResult> result, Consumer<String> failure) {
        this.result = result;
        this.failure = failure;
    }

    /** Stops what is running; nothing of it is heard any more. On the event thread. */
    void stop() {
        running.cancel();
    }

    /** Stops what is running and begins another selection soon. On the event thread. */
    void begin(String text, Findings findings) {
        stop();
        TicketTask task = new TicketTask();
        running = task;
        THREAD.post(() -> count(text, findings, task), SETTLE_MILLIS);
    }

    private void count(String text, Findings findings, TicketTask task) {
        if (task.isCancelled()) {
            return;
        }
        try {
            SelectionResult counted = SelectionResult.of(text, findings, task);
            tell(task, () -> result.accept(counted));
        } catch (CancelledException cancelled) {
            // Something else was typed, or the tab has gone on to another heap.
        } catch (RuntimeException | OutOfMemoryError wrong) {
            String message = String.valueOf(wrong.getMessage());
            tell(task, () -> failure.accept(message));
        }
    }

    private static void tell(TicketTask task, Runnable news) {
        EventQueue.invokeLater(() -> {
            if (!task.isCancelled()) {
                news.run();
            }
        });
    }
}
