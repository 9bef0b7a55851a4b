package io.github.memdump.live;

import io.github.memdump.task.CancelledException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A stream out of a pipe or socket that asks somebody, whenever nothing comes for a moment, whether to wait on. A
 * thread of its own reads. Holds at most 9 blocks of 64 KiB. For one thread.
 */
final class Pump extends InputStream {
    private static final int BLOCK = 1 << 16;
    private static final int BLOCKS = 8;
    private static final int MOMENT_MILLIS = 50;
    private static final ByteBuffer END = ByteBuffer.allocate(0);

    /** Is asked whether to wait on. */
    interface Patience {
        /** Returns to wait on, fails to end; told how long nothing has come. */
        void after(Duration silence) throws IOException;
    }

    private final ReadableByteChannel channel;
    private final BlockingQueue<ByteBuffer> blocks = new ArrayBlockingQueue<>(BLOCKS);
    private Patience patience = silence -> { };
    private ByteBuffer block = ByteBuffer.allocate(0);
    private boolean isAtEnd;

    /** Begins to read. */
    Pump(ReadableByteChannel channel) {
        this.channel = channel;
        Thread thread = new Thread(this::pump, "memdump reads");
        thread.setDaemon(true);
        thread.start();
    }

    /** Sets who is asked from now on. */
    void askedBy(Patience other) {
        patience = other;
    }

    private void pump() {
        try {
            try {
                ByteBuffer next = ByteBuffer.allocate(BLOCK);
                while (channel.read(next) >= 0) {
                    blocks.put(next.flip());
                    next = ByteBuffer.allocate(BLOCK);
                }
            } catch (IOException closed) {
                // Whoever reads finds that the end is missing.
            }
            blocks.put(END);
        } catch (InterruptedException never) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public int read() throws IOException {
        return fill() ? block.get() & 0xff : -1;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, block.remaining());
        block.get(bytes, from, count);
        return count;
    }

    private boolean fill() throws IOException {
        long begin = System.nanoTime();
        while (!block.hasRemaining()) {
            if (isAtEnd) {
                return false;
            }
            ByteBuffer next = next();
            if (next == null) {
                patience.after(Duration.ofNanos(System.nanoTime() - begin));
            } else {
                block = next;
                isAtEnd = !next.hasRemaining();
            }
        }
        return true;
    }

    private ByteBuffer next() {
        try {
            return blocks.poll(MOMENT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
        // Lets the thread go on to its end.
        blocks.clear();
    }
}
