package io.github.memdump.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.cli.command.Session;
import io.github.memdump.testing.JsonTree;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** One run of the command in this process, and what came of it. */
final class CommandRun {
    private final int code;
    private final String out;
    private final String err;

    private CommandRun(int code, String out, String err) {
        this.code = code;
        this.out = out;
        this.err = err;
    }

    static CommandRun of(Object... arguments) {
        return in(Map.of(), new byte[0], arguments);
    }

    static CommandRun in(Map<String, String> environment, byte[] input, Object... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String[] words = new String[arguments.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = arguments[i].toString();
        }
        int code = Main.run(Session.of(new ByteArrayInputStream(input), out, err, environment), words);
        return new CommandRun(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    int code() {
        return code;
    }

    String out() {
        return out;
    }

    String err() {
        return err;
    }

    /** Returns the document on standard output of a run that went well. */
    JsonTree json() {
        assertEquals(0, code, err);
        return JsonTree.read(out);
    }

    /** Returns standard output of a run that went well without a word on standard error. */
    String quiet() {
        assertEquals(0, code, err);
        assertEquals("", err);
        return out;
    }

    /** Expects a failure that is told in one line with certain words, and nothing else. */
    void fails(int expected, String... words) {
        assertEquals(expected, code, err);
        assertEquals("", out);
        assertEquals(1, err.lines().count(), err);
        assertTrue(err.startsWith("memdump: "), err);
        assertFalse(err.contains("Exception"), err);
        for (String word : words) {
            assertTrue(err.contains(word), () -> "'" + word + "' is not in: " + err);
        }
    }
}
