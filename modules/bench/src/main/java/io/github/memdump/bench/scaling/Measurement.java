package io.github.memdump.bench.scaling;

import com.sun.management.ThreadMXBean;
import io.github.memdump.cli.Main;
import io.github.memdump.cli.command.Session;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What one run of a command took: processor seconds of its thread, which other programs do not change much, and what
 * it allocated and wrote to standard output, which they do not change at all.
 */
final class Measurement {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    final double seconds;
    final double megabytes;
    final double printed;
    /** The last line on standard error of a run that failed, else empty. */
    final String failure;

    private Measurement(double seconds, double megabytes, double printed, String failure) {
        this.seconds = seconds;
        this.megabytes = megabytes;
        this.printed = printed;
        this.failure = failure;
    }

    /** Runs a command in this process; there should be one processor, so that it does its work on this thread. */
    static Measurement of(String... arguments) {
        Counted out = new Counted();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Session session = Session.of(new ByteArrayInputStream(new byte[0]), out, err, Map.of());
        long thread = Thread.currentThread().getId();
        long bytes = THREADS.getThreadAllocatedBytes(thread);
        long nanos = THREADS.getCurrentThreadCpuTime();
        int code = Main.run(session, arguments);
        double seconds = (THREADS.getCurrentThreadCpuTime() - nanos) / 1e9;
        double megabytes = (THREADS.getThreadAllocatedBytes(thread) - bytes) / 1e6;
        String said = err.toString(StandardCharsets.UTF_8).lines().reduce((first, second) -> second)
            .orElse("it says nothing");
        return new Measurement(seconds, megabytes, out.bytes / 1e6, code == 0 ? "" : said);
    }

    /** Returns the least of two runs of the same. */
    Measurement least(Measurement other) {
        return new Measurement(Math.min(seconds, other.seconds), Math.min(megabytes, other.megabytes),
            printed, failure.isEmpty() ? other.failure : failure);
    }

    private static final class Counted extends OutputStream {
        private long bytes;

        @Override
        public void write(int one) {
            bytes++;
        }

        @Override
        public void write(byte[] from, int offset, int length) {
            bytes += length;
        }
    }
}
