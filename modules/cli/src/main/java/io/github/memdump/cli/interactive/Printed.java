package io.github.memdump.cli.interactive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** What snippets print with {@code System.out}: sent where the session writes, or kept. One session at a time. */
final class Printed implements AutoCloseable {
    private final PrintStream outside = System.out;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

    private Printed() {
    }

    /** Sends what is printed on at once. */
    static Printed passedOn(OutputStream out) {
        Printed printed = new Printed();
        System.setOut(new PrintStream(new Unclosed(out), true, StandardCharsets.UTF_8));
        return printed;
    }

    /** Keeps what is printed until {@link #take}. */
    static Printed kept() {
        Printed printed = new Printed();
        System.setOut(new PrintStream(printed.kept, true, StandardCharsets.UTF_8));
        return printed;
    }

    /** Returns what was printed since the last call. */
    String take() {
        System.out.flush();
        String text = kept.toString(StandardCharsets.UTF_8);
        kept.reset();
        return text;
    }

    @Override
    public void close() {
        System.out.flush();
        System.setOut(outside);
    }

    /** A snippet that closes standard output does not end the session. */
    private static final class Unclosed extends OutputStream {
        private final OutputStream out;

        Unclosed(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }
    }
}
