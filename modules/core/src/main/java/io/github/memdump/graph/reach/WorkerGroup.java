package io.github.memdump.graph.reach;

import io.github.memdump.task.CancelledException;
import io.github.memdump.task.Parallel;
import io.github.memdump.task.ProgressBatch;
import io.github.memdump.task.Task;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Several threads that share one piece of work, the calling one among them. If one fails, the others stop at their next
 * report, of which the task is told no more, and the caller gets the failure.
 */
final class WorkerGroup {
    /** Each thread has arrays of its own, so that more threads cost more memory. */
    private static final int LARGEST = 4;

    private final Task task;
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    private WorkerGroup(Task task) {
        this.task = task;
    }

    /** What each thread does. */
    interface Work {
        /** Does the work of one thread, numbered from 0, which adds what it does to the steps. */
        void run(int worker, ProgressBatch steps);
    }

    /**
     * Returns how many threads there should be: one at least, no more than parts or processors, and as few as it takes
     * for their memory together to be a quarter of what the machine allows.
     *
     * @param parts how many parts the work has
     * @param bytes what each thread needs
     */
    static int sizeFor(int parts, long bytes) {
        long fitting = room() / Math.max(1, bytes);
        return (int) Math.max(1, Math.min(Math.min(Math.min(LARGEST, parts), fitting), Parallel.threads()));
    }

    /** Returns how many bytes a group may use. */
    static long room() {
        return Runtime.getRuntime().maxMemory() / 4;
    }

    /** Runs the work on so many threads, as one phase of the task, and returns when all are done. */
    static void run(int size, String phase, Task task, Work work) {
        task.phase(phase, -1);
        WorkerGroup group = new WorkerGroup(task);
        Thread[] threads = new Thread[size];
        for (int worker = 1; worker < size; worker++) {
            int number = worker;
            threads[worker] = new Thread(() -> group.run(number, work), "memdump-reach-" + worker);
            threads[worker].setDaemon(true);
            threads[worker].start();
        }
        group.run(0, work);
        for (int worker = 1; worker < size; worker++) {
            group.await(threads[worker]);
        }
        group.rethrow();
    }

    private void run(int worker, Work work) {
        try {
            ProgressBatch steps = new ProgressBatch(new Report(), "", -1);
            work.run(worker, steps);
            steps.finish();
        } catch (RuntimeException | Error failed) {
            failure.compareAndSet(null, failed);
        }
    }

    private void await(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException wakened) {
                interrupted = true;
                failure.compareAndSet(null, new CancelledException());
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void rethrow() {
        Throwable failed = failure.get();
        if (failed instanceof Error) {
            throw (Error) failed;
        }
        if (failed != null) {
            throw (RuntimeException) failed;
        }
    }

    /** What the work of each thread reports to. */
    private final class Report implements Task {
        @Override
        public void phase(String name, long total) {
            // The phase was begun for all of them.
        }

        @Override
        public void done(long steps) {
            synchronized (WorkerGroup.this) {
                if (failure.get() != null) {
                    throw new CancelledException();
                }
                try {
                    task.done(steps);
                } catch (RuntimeException | Error cancelled) {
                    failure.compareAndSet(null, cancelled);
                    throw cancelled;
                }
            }
        }
    }
}
