package io.github.memdump.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class GuardedOutputTest {
    @Test
    void textIsEscapedAsPrintableDoes() throws IOException {
        String text = "ok \u00E9 \uD83D\uDE00\n\u001B[2J\u202E\u009B" + Character.toString(0xE0041) + "\uFFFD\n";
        assertEquals(Printable.lines(text), guarded(GuardedOutput::text, text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void stackTracesKeepTheirTabs() throws IOException {
        assertEquals("\tat a\n", guarded(GuardedOutput::text, "\tat a\n".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void recordsStayTheSameJson() throws IOException {
        assertEquals("{ \"a\": \"\\u001b\\u007f\\u202e\\udb40\\udc41\u00E9\"}\n", guarded(GuardedOutput::records,
            ("{\t\"a\": \"\u001B\u007F\u202E" + Character.toString(0xE0041) + "\u00E9\"}\r\n")
                .getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void bytesThatAreNoTextPassInRecordsAlone() throws IOException {
        byte[] bytes = {'a', (byte) 0x9B, (byte) 0xE2, (byte) 0x80, 'b', (byte) 0xED, (byte) 0xA0, (byte) 0xBD, 'c',
            (byte) 0xC3};
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        try (OutputStream out = GuardedOutput.records(kept)) {
            out.write(bytes);
        }
        assertArrayEquals(bytes, kept.toByteArray());
        assertEquals("a\\x9B\\xE2\\x80b\\xED\\xA0\\xBDc\\xC3", guarded(GuardedOutput::text, bytes));
    }

    @Test
    void aCharacterMayComeInPieces() throws IOException {
        long seed = 11;
        Random random = new Random(seed);
        int[] letters = {'a', '\n', 0x1B, 0xE9, 0x202E, 0x1F600, 0xE0041, 0x9B, 0x65E5};
        for (int round = 0; round < 500; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 12; i++) {
                text.appendCodePoint(letters[random.nextInt(letters.length)]);
            }
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            ByteArrayOutputStream result = new ByteArrayOutputStream();
            try (OutputStream out = GuardedOutput.text(result)) {
                for (int at = 0; at < bytes.length; ) {
                    int length = Math.min(bytes.length - at, random.nextInt(4));
                    out.write(bytes, at, length);
                    at += length;
                }
            }
            assertEquals(Printable.lines(text.toString()), result.toString(StandardCharsets.UTF_8), "seed " + seed);
        }
    }

    private static String guarded(Function<OutputStream, OutputStream> guard, byte[] bytes) throws IOException {
        ByteArrayOutputStream result = new ByteArrayOutputStream();
        try (OutputStream out = guard.apply(result)) {
            out.write(bytes);
        }
        return result.toString(StandardCharsets.UTF_8);
    }
}
