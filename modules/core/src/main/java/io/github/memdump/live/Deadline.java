package io.github.memdump.live;

import java.util.concurrent.TimeUnit;

/** Ends a program that runs too long, so that whoever reads what it says comes to an end. */
final class Deadline implements AutoCloseable {
    private final Process process;
    private final int seconds;
    private final Thread watch;
    private volatile boolean passed;

    Deadline(Process process, int seconds) {
        this.process = process;
        this.seconds = seconds;
        this.watch = new Thread(this::await, "memdump deadline");
        watch.setDaemon(true);
        watch.start();
    }

    private void await() {
        try {
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                passed = true;
                process.destroyForcibly();
            }
        } catch (InterruptedException closed) {
            process.destroyForcibly();
        }
    }

    boolean hasPassed() {
        return passed;
    }

    @Override
    public void close() {
        watch.interrupt();
    }
}
