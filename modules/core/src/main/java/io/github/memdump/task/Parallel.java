package io.github.memdump.task;

import java.util.function.IntConsumer;

/** Runs the parts of a computation at the same time, each on a thread of its own. */
public final class Parallel {
    private static final int MOST_THREADS = 8;

    private Parallel() {
    }

    /** Returns how many parts pay: the number of processors that Java may use, eight at most. */
    public static int threads() {
        return Math.max(1, Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors()));
    }

    /**
     * Runs the parts {@code 0 … parts-1}, the last of them on the calling thread, and returns when all have ended; what
     * they wrote is visible then.
     *
     * @throws CancelledException if a part was cancelled, as all are that report to the same {@link Task}
     */
    public static void run(int parts, IntConsumer part) {
        Run[] others = new Run[parts - 1];
        for (int i = 0; i < others.length; i++) {
            others[i] = new Run(part, i);
            others[i].start();
        }
        Run own = new Run(part, parts - 1);
        own.run();
        boolean interrupted = false;
        for (Run other : others) {
            interrupted |= other.await();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        own.rethrow();
        for (Run other : others) {
            other.rethrow();
        }
    }

    private static final class Run extends Thread {
        private final IntConsumer part;
        private final int number;
        private RuntimeException failure;
        private Error error;

        Run(IntConsumer part, int number) {
            super("memdump-part");
            this.part = part;
            this.number = number;
            setDaemon(true);
        }

        @Override
        public void run() {
            try {
                part.accept(number);
            } catch (RuntimeException thrown) {
                failure = thrown;
            } catch (Error thrown) {
                error = thrown;
            }
        }

        /** Waits for the end of the part, whatever happens; returns whether someone interrupted the wait. */
        boolean await() {
            boolean interrupted = false;
            while (true) {
                try {
                    join();
                    return interrupted;
                } catch (InterruptedException early) {
                    interrupted = true;
                }
            }
        }

        void rethrow() {
            if (failure != null) {
                throw failure;
            }
            if (error != null) {
                throw error;
            }
        }
    }
}
