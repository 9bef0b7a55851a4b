package io.github.memdump.cli.command;

import io.github.memdump.file.Patience;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/**
 * A stream that somebody else fills, and that may never come or never end: where nothing comes from it for a while, it
 * says so. To be read by one thread at a time.
 */
final class AwaitedInput extends FilterInputStream {
    private final Patience patience;

    /** What makes a stream, which may take as long as to read from it: a named pipe waits for a writer. */
    interface Opening {
        InputStream open() throws IOException;
    }

    private AwaitedInput(Patience patience, InputStream in) {
        super(in);
        this.patience = patience;
    }

    /**
     * Opens a stream.
     *
     * @param patienceMillis how long nothing is said
     * @param teller         told in a sentence, by a thread of its own
     */
    static AwaitedInput open(String name, long patienceMillis, Consumer<String> teller, Opening opening)
            throws IOException {
        Patience patience = new Patience(patienceMillis, seconds -> teller.accept("Nothing has come from " + name
            + " for " + seconds + " s; memdump waits for more of it, or its end. Ctrl-C ends memdump."));
        patience.begin();
        try {
            return new AwaitedInput(patience, opening.open());
        } catch (IOException failed) {
            patience.close();
            throw failed;
        } finally {
            patience.end();
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        patience.begin();
        try {
            return super.read(bytes, offset, length);
        } finally {
            patience.end();
        }
    }

    /** Ends the watch, and leaves the stream open. */
    void end() {
        patience.close();
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
