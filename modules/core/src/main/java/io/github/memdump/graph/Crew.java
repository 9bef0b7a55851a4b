package io.github.memdump.graph;

import io.github.memdump.task.CancelledException;
import io.github.memdump.task.Task;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Several threads that share one piece of work, the calling one among them, which alone reports to the task. If one
 * fails, the others stop at their next report, and the caller gets the failure.
 */
final class Crew {
    /** Each thread has arrays of its own, so that more threads cost more memory. */
    private static final int LARGEST = 4;

    private final Task task;
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    private Crew(Task task) {
        this.task = task;
    }

    /** What each thread does. */
    interface Work {
        /** Does the work of one thread, numbered from 0, which tells the given task of its steps. */
        void run(int worker, Task task);
    }

    /** Returns how many threads there should be for so many parts: one at least. */
    static int sizeFor(int parts) {
        return Math.max(1, Math.min(Math.min(LARGEST, parts), Runtime.getRuntime().availableProcessors()));
    }

    /** Runs the work on so many threads and returns when all are done. */
    static void run(int size, Task task, Work work) {
        Crew crew = new Crew(task);
        Thread[] threads = new Thread[size];
        for (int worker = 1; worker < size; worker++) {
            int number = worker;
            threads[worker] = new Thread(() -> crew.run(number, work), "memdump-reach-" + worker);
            threads[worker].setDaemon(true);
            threads[worker].start();
        }
        crew.run(0, work);
        for (int worker = 1; worker < size; worker++) {
            crew.await(threads[worker]);
        }
        crew.rethrow();
    }

    private void run(int worker, Work work) {
        try {
            work.run(worker, new Report(worker == 0));
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

    /** What the work of one thread reports to. */
    private final class Report implements Task {
        private final boolean isCaller;

        Report(boolean isCaller) {
            this.isCaller = isCaller;
        }

        @Override
        public void phase(String name, long total) {
            if (isCaller) {
                task.phase(name, total);
            }
        }

        @Override
        public void done(long steps) {
            if (failure.get() != null) {
                throw new CancelledException();
            }
            if (isCaller) {
                task.done(steps);
            }
        }
    }
}
