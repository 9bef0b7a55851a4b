package io.github.memdump.gephi.task;

import io.github.memdump.task.CancelledException;
import io.github.memdump.task.Task;
import org.gephi.utils.longtask.spi.LongTask;
import org.gephi.utils.progress.ProgressTicket;

/**
 * The engine's task on Gephi's progress bar: phases become its text, steps its percentage, and its cross cancels. Once
 * cancelled, a task stays so. Safe for use by several threads.
 */
public final class TicketTask implements Task, LongTask {
    private static final int UNITS = 100;

    private volatile ProgressTicket ticket;
    private volatile boolean cancelled;
    private long total;
    private long steps;
    private int shown;

    @Override
    public void setProgressTicket(ProgressTicket progressTicket) {
        ticket = progressTicket;
    }

    @Override
    public boolean cancel() {
        cancelled = true;
        return true;
    }

    /** Returns whether the user wants it to stop. */
    public boolean isCancelled() {
        return cancelled;
    }

    @Override
    public synchronized void phase(String name, long totalSteps) {
        stopIfCancelled();
        total = totalSteps;
        steps = 0;
        shown = 0;
        ProgressTicket bar = ticket;
        if (bar == null) {
            return;
        }
        bar.setDisplayName(name);
        if (totalSteps > 0) {
            bar.switchToDeterminate(UNITS);
        } else {
            bar.start();
            bar.switchToIndeterminate();
        }
    }

    @Override
    public synchronized void done(long more) {
        stopIfCancelled();
        steps += more;
        ProgressTicket bar = ticket;
        int units = total > 0 ? (int) Math.min(UNITS, steps * UNITS / total) : 0;
        if (bar != null && units > shown) {
            shown = units;
            bar.progress(units);
        }
    }

    private void stopIfCancelled() {
        if (cancelled) {
            throw new CancelledException();
        }
    }
}
