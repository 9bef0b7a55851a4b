package io.github.memdump.task;

import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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

    /** Returns a pool of threads of one name, which do not keep Java running. Whoever asks for it shuts it down. */
    public static ExecutorService pool(String name, int threads) {
        return Executors.newFixedThreadPool(threads, work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Runs the parts {@code 0 … parts-1}, the last of them on the calling thread, and returns when all have ended; what
     * they wrote is visible then.
     *
     * @throws CancelledException if a part was cancelled, as all are that report to the same {@link Task}
     */
    public static void run(int parts, IntConsumer part) {
        Part[] all = new Part[parts];
        Thread[] others = new Thread[parts - 1];
        for (int i = 0; i < parts; i++) {
            all[i] = new Part(part, i);
            if (i < others.length) {
                others[i] = new Thread(all[i], "memdump-part");
                others[i].setDaemon(true);
                others[i].start();
            }
        }
        all[parts - 1].run();
        boolean interrupted = false;
        for (Thread other : others) {
            interrupted |= await(other);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        all[parts - 1].rethrow();
        for (Part other : all) {
            other.rethrow();
        }
    }

    /** Waits for the end of a thread, whatever happens; returns whether someone interrupted the wait. */
    private static boolean await(Thread thread) {
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                return interrupted;
            } catch (InterruptedException early) {
                interrupted = true;
            }
        }
    }

    private static final class Part implements Runnable {
        private final IntConsumer part;
        private final int number;
        private Optional<Throwable> failure = Optional.empty();

        Part(IntConsumer part, int number) {
            this.part = part;
            this.number = number;
        }

        @Override
        public void run() {
            try {
                part.accept(number);
            } catch (RuntimeException | Error thrown) {
                failure = Optional.of(thrown);
            }
        }

        void rethrow() {
            if (failure.isPresent() && failure.get() instanceof Error) {
                throw (Error) failure.get();
            }
            if (failure.isPresent()) {
                throw (RuntimeException) failure.get();
            }
        }
    }
}
