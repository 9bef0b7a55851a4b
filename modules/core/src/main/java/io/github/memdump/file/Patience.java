package io.github.memdump.file;

import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/**
 * Watches over steps that may never end, since somebody else must do something first: tells after how many seconds one
 * still waits, each time after a wait twice as long. One step is under way at a time; the watch has a thread of its own
 * until it is closed.
 */
public final class Patience implements AutoCloseable {
    /** How long nothing is said, as a rule. */
    public static final long USUAL_MILLIS = 5_000;
    /** Nothing is awaited. */
    private static final long NEVER = Long.MIN_VALUE;

    private final LongConsumer teller;
    private final Thread watch;
    private volatile long since = NEVER;
    private volatile boolean closed;

    /** Begins a watch that tells the seconds, by its own thread, of each step that takes longer than it should. */
    public Patience(long millis, LongConsumer teller) {
        this.teller = teller;
        this.watch = new Thread(() -> watch(TimeUnit.MILLISECONDS.toNanos(millis)), "memdump-patience");
        watch.setDaemon(true);
        watch.start();
    }

    /** Says that a step begins. */
    public void begin() {
        long now = System.nanoTime();
        since = now == NEVER ? now + 1 : now;
    }

    /** Says that the step is over. */
    public void end() {
        since = NEVER;
    }

    private void watch(long patience) {
        long most = patience;
        long told = NEVER;
        while (!closed) {
            long begun = since;
            long waited = System.nanoTime() - begun;
            boolean isWaiting = begun != NEVER && begun != told;
            if (isWaiting && waited >= most) {
                told = begun;
                most *= 2;
                teller.accept(Math.max(1, TimeUnit.NANOSECONDS.toSeconds(waited)));
            }
            try {
                TimeUnit.NANOSECONDS.sleep(isWaiting && waited < most ? most - waited : most);
            } catch (InterruptedException ended) {
                return;
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        watch.interrupt();
    }
}
