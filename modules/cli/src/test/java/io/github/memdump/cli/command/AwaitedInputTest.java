package io.github.memdump.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AwaitedInputTest {
    private static final int LONG_SECONDS = 60;

    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();

    @Test
    void whatDoesNotComeIsSaidWhileItIsAwaited() throws Exception {
        PipedOutputStream writer = new PipedOutputStream();
        PipedInputStream pipe = new PipedInputStream(writer);
        try (AwaitedInput input = AwaitedInput.open("the pipe", 20, said::add, () -> pipe)) {
            Thread late = new Thread(() -> {
                try {
                    said();
                    writer.write('a');
                    said();
                    writer.close();
                } catch (IOException failed) {
                    said.add("failed: " + failed);
                }
            });
            late.start();
            assertEquals('a', input.read());
            assertEquals(-1, input.read());
            late.join();
        }
    }

    private void said() {
        try {
            String sentence = said.poll(LONG_SECONDS, TimeUnit.SECONDS);
            assertTrue(sentence.startsWith("Nothing has come from the pipe for 1 s"), sentence);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aPipeThatNobodyWritesIsSaidAsItIsOpened() throws Exception {
        CountDownLatch heard = new CountDownLatch(1);
        AwaitedInput.open("the pipe", 20, sentence -> heard.countDown(), () -> {
            try {
                assertTrue(heard.await(LONG_SECONDS, TimeUnit.SECONDS));
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
            return new PipedInputStream();
        }).close();
    }

    @Test
    void nothingIsSaidOfWhatComesOrCannotBeOpened() throws Exception {
        assertThrows(FileNotFoundException.class, () -> AwaitedInput.open("x", 1, said::add, () -> {
            throw new FileNotFoundException("x");
        }));
        try (AwaitedInput input = AwaitedInput.open("x", 300, said::add,
            () -> new ByteArrayInputStream(new byte[10]))) {
            // Between two reads nothing is awaited, however long that takes.
            assertEquals(10, input.read(new byte[10], 0, 10));
            Thread.sleep(1000);
            assertEquals(-1, input.read());
        }
        assertNull(said.poll());
    }
}
