package io.github.memdump.cli.command;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A stream that somebody else fills, and that may never come or never end: where nothing comes from it for a while, it
 * says so, each time after a wait twice as long. To be read by one thread at a time.
 */
final class AwaitedInput extends FilterInputStream {
    /** Nothing is awaited. */
    private static final long NEVER = Long.MIN_VALUE;

    private final String name;
    private final Consumer<String> teller;
    private long patience;
    private volatile long waitsSince = NEVER;
    private volatile boolean closed;
    private Thread watch;

    /** What makes a stream, which may take as long as to read from it: a named pipe waits for a writer. */
    interface Opening {
        InputStream open() throws IOException;
    }

    private AwaitedInput(String name, long patienceMillis, Consumer<String> teller) {
        super(InputStream.nullInputStream());
        this.name = name;
        this.patience = TimeUnit.MILLISECONDS.toNanos(patienceMillis);
        this.teller = teller;
    }

    /**
     * Opens a stream.
     *
     * @param patienceMillis how long nothing is said
     * @param teller         told in a sentence, by a thread of its own
     */
    static AwaitedInput open(String name, long patienceMillis, Consumer<String> teller, Opening opening)
            throws IOException {
        AwaitedInput input = new AwaitedInput(name, patienceMillis, teller);
        input.watch = new Thread(input::watch, "memdump-awaited-input");
        input.watch.setDaemon(true);
        input.watch.start();
        try {
            input.begin();
            input.in = opening.open();
            return input;
        } catch (IOException failed) {
            input.end();
            throw failed;
        } finally {
            input.waitsSince = NEVER;
        }
    }

    private void begin() {
        long now = System.nanoTime();
        waitsSince = now == NEVER ? now + 1 : now;
    }

    private void watch() {
        long told = NEVER;
        while (!closed) {
            long since = waitsSince;
            long waited = System.nanoTime() - since;
            if (since != NEVER && since != told && waited >= patience) {
                told = since;
                teller.accept("Nothing has come from " + name + " for " + Math.max(1, TimeUnit.NANOSECONDS.toSeconds(
                    waited)) + " s; memdump waits for more of it, or its end. Ctrl-C ends memdump.");
                patience *= 2;
            }
            try {
                TimeUnit.NANOSECONDS.sleep(since == NEVER || since == told ? patience : patience - waited);
            } catch (InterruptedException ended) {
                return;
            }
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        begin();
        try {
            return super.read(bytes, offset, length);
        } finally {
            waitsSince = NEVER;
        }
    }

    /** Ends the watch, and leaves the stream open. */
    void end() {
        closed = true;
        watch.interrupt();
    }

    @Override
    public void close() throws IOException {
        end();
        super.close();
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
