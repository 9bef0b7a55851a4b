package io.github.memdump.gephi.task;

import org.gephi.utils.longtask.api.LongTaskExecutor;

/** Runs what takes long outside the event thread, with a progress bar that cancels it. */
public final class Background {
    /** Something that takes long. */
    @FunctionalInterface
    public interface Job {
        /** Does it. Whatever it throws is told to the user in words. */
        void run(TicketTask task) throws Exception;
    }

    private static final int SECONDS_TO_INTERRUPT = 30;

    private Background() {
    }

    /**
     * Starts a job under a name that the progress bar shows first; returns at once. Where it fails, the user may try
     * again.
     */
    public static void run(String name, Job job) {
        run(name, job, Remedy.again(() -> run(name, job)));
    }

    /** Starts a job under a name that the progress bar shows first, with ways out if it fails; returns at once. */
    public static void run(String name, Job job, Remedy... ways) {
        TicketTask task = new TicketTask();
        new LongTaskExecutor(true, "Memdump", SECONDS_TO_INTERRUPT).execute(task, () -> {
            try {
                job.run(task);
            } catch (Exception | OutOfMemoryError failure) {
                Messages.failure(name, failure, ways);
            }
        }, name, failure -> Messages.failure(name, failure, ways));
    }
}
