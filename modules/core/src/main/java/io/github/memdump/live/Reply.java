package io.github.memdump.live;

import io.github.memdump.live.attach.LiveException;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a process answers to a request: lines of what it says, then a dump if one was asked for, then how it went. For
 * one thread.
 */
final class Reply implements Closeable {
    private static final int LONGEST_LINE = 1 << 13;
    private static final int BUFFER = 1 << 16;

    private final Way way;
    private final long pid;
    private final Pump pump;
    private final PushbackInputStream in;
    private final Closeable below;
    private Duration stopped = Duration.ZERO;

    Reply(Way way, long pid, Pump pump, Closeable below) {
        this.way = way;
        this.pid = pid;
        this.pump = pump;
        this.in = new PushbackInputStream(pump, BUFFER);
        this.below = below;
    }

    /** Returns how the process was asked. */
    Way way() {
        return way;
    }

    /** Notes how long its main thread was stopped. */
    void stopped(Duration time) {
        stopped = time;
    }

    /** Returns how long its main thread was stopped to be attached to. */
    Duration stopped() {
        return stopped;
    }

    /** Sets who is asked, from now on, whether to wait. */
    void askedBy(Pump.Patience patience) {
        pump.askedBy(patience);
    }

    /**
     * Returns the next line that the process says.
     *
     * @throws LiveException if it says that it failed, or nothing any more
     */
    Said next() throws IOException {
        Said said = new Said(line());
        if (said.word().equals("failed")) {
            throw failed(said);
        }
        return said;
    }

    /** Returns whether a dump begins here, and not another line. */
    boolean isDump() throws IOException {
        int next = in.read();
        if (next < 0) {
            throw ended();
        }
        in.unread(next);
        return next != Said.MARK.charAt(0);
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0 || line.size() > LONGEST_LINE) {
                throw ended();
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    private LiveException failed(Said said) {
        return new LiveException("Process " + pid + " could not do it: " + said.sentence()
            + ". Nothing was kept.");
    }

    private LiveException ended() {
        boolean isAlive = ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
        return new LiveException("Process " + pid + (isAlive ? " broke off before its answer was complete. Nothing was"
            + " kept." : " ended while it wrote its dump. Nothing was kept."));
    }

    /** Returns the dump, which ends where the process says that it is complete, and fails if it does not say so. */
    Dump dump() {
        return new Dump();
    }

    @Override
    public void close() throws IOException {
        try {
            in.close();
        } finally {
            below.close();
        }
    }

    /** The bytes of a dump. */
    final class Dump extends InputStream {
        private boolean isLineStart = true;
        private @Nullable Said end;
        private long count;

        private Dump() {
        }

        /** Returns how many bytes were read. */
        long count() {
            return count;
        }

        /** Returns what the process said last; null before the end. */
        @Nullable Said end() {
            return end;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            if (end != null) {
                return -1;
            }
            int got = in.read(bytes, from, Math.min(length, BUFFER));
            if (got < 0) {
                throw ended();
            }
            int border = border(bytes, from, from + got);
            if (border < from + got) {
                in.unread(bytes, border, from + got - border);
                if (border == from) {
                    end = next();
                    return -1;
                }
            }
            count += border - from;
            return border - from;
        }

        private int border(byte[] bytes, int from, int to) {
            for (int i = from; i < to; i++) {
                if (isLineStart && bytes[i] == Said.MARK.charAt(0)) {
                    return i;
                }
                isLineStart = bytes[i] == '\n';
            }
            return to;
        }
    }
}
