package io.github.memdump.cli.command;

import io.github.memdump.task.Task;
import io.github.memdump.text.Printable;
import java.io.PrintStream;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Draws what is being done on one line of a terminal, over and over. Safe for any number of threads. */
final class Progress implements Task {
    private static final long REDRAW_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final int WIDTH = 79;
    private static final String CLEAR = "\r\u001B[K";

    private final PrintStream err;
    private final AtomicLong steps = new AtomicLong();
    private final AtomicLong redrawAt = new AtomicLong();
    private volatile String phase = "";
    private volatile long total;
    private String drawn = "";

    Progress(PrintStream err) {
        this.err = err;
        redrawAt.set(System.nanoTime() + REDRAW_NANOS);
    }

    @Override
    public void phase(String name, long expected) {
        phase = name;
        total = expected;
        steps.set(0);
        done(0);
    }

    @Override
    public void done(long more) {
        long now = steps.addAndGet(more);
        long due = redrawAt.get();
        long time = System.nanoTime();
        if (time - due >= 0 && redrawAt.compareAndSet(due, time + REDRAW_NANOS)) {
            draw(line(now));
        }
    }

    /** Takes the line away. */
    synchronized void clear() {
        if (!drawn.isEmpty()) {
            err.print(CLEAR);
            err.flush();
            drawn = "";
        }
    }

    private String line(long now) {
        String percent = total < 1 ? "" : "  " + Math.min(100, now * 100 / total) + " %";
        String text = Printable.of(phase);
        int room = WIDTH - percent.length();
        return (text.length() > room ? text.substring(0, room - 1) + "…" : text) + percent;
    }

    private synchronized void draw(String line) {
        if (!line.equals(drawn)) {
            err.print(CLEAR + line);
            err.flush();
            drawn = line;
        }
    }
}
