package io.github.memdump.dump;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.dump.issue.DumpLimits;
import io.github.memdump.testing.GoldenDumps;
import io.github.memdump.testing.RandomHeap;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read straight from the bytes is what Jackson reads; what is not plain is left to Jackson. */
class PlainRecordTest {
    private static final PlainAgainstJackson READERS = new PlainAgainstJackson(DumpLimits.DEFAULT);
    private static final String MARKS = "\"\\{}[],:x0129-+.eaftnu \t\r\b\u007fAZ_\u00c3\u00a9\u00e2\u0082\u00ac"
        + "\u00f0\u009f\u00ed\u00a0\u00c0\u00ff";

    @ParameterizedTest
    @EnumSource(GoldenDumps.class)
    void nearlyAllRecordsOfRealDumpsArePlainAndReadAsJacksonReadsThem(GoldenDumps golden) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(golden.after()))) {
            String[] lines = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1).split("\n");
            long plain = Arrays.stream(lines).filter(line -> agrees(line, "as it is")).count();
            assertTrue(plain > lines.length * 0.97, plain + " of " + lines.length);
        }
    }

    @ParameterizedTest
    @EnumSource(GoldenDumps.class)
    void damagedRecordsOfRealDumpsAreReadAsJacksonReadsThem(GoldenDumps golden) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(golden.before()))) {
            String[] lines = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1).split("\n");
            assertSameThoughDamaged(lines, 31, 40_000);
        }
    }

    @Test
    void damagedRecordsOfRandomHeapsAreReadAsJacksonReadsThem() {
        for (long seed = 1; seed <= 20; seed++) {
            assertSameThoughDamaged(RandomHeap.ofSeed(seed).after().text().split("\n"), seed, 3000);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"address\":\"0x10\"}", "{\"address\":\"0x10\",\"type\":\"A\",\"references\":[]}",
        "{\"address\":\"0xffffffffffffffff\"}", "{\"address\":\"0x0\"}", "{\"address\":\"0xABCDEF\"}",
        "{\"address\":\"0x7fffffffffffffff\", \"x\":{}}", "{\"line\":-7, \"memsize\":-0, \"generation\":0}",
        "{\"line\":2147483647, \"generation\":2147483647}", "{\"value\":\"\\u00e9\\n\\\"\", \"file\":\"\"}",
        "{\"singleton\":true, \"real_class_name\":\"A\"}", "{\"singleton\":false}", "{\"singleton\":3}", "{\"\":1}",
        "{\"a\":\"\u00c3\u00a9\u00e2\u0082\u00ac\u00f0\u009f\u0098\u0080\"}",
        "{\"name\":\"n\", \"struct\":\"s\", \"imemo_type\":\"i\"}", "{\"flags\":{\"old\":true, \"age\":3}}",
        "{\"class\":\"Plan\", \"class_address\":\"0x10\"}", "{\"class\":\"0x8\", \"class_address\":\"0x10\"}",
        "{\"class_address\":\"0x10\"}"})
    void thesePlainRecordsAreReadAsJacksonReadsThem(String line) {
        assertTrue(agrees(line, line) || line.contains("ffffffffffffffff"), line);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "{", "{}", "{}}", "[]", "{\"address\":\"0x\"}", "{\"address\":\"0x12345678901234567\"}", "{\"address\":16}",
        "{\"memsize\":01}", "{\"memsize\":1.5}", "{\"memsize\":1e3}", "{\"memsize\":12345678901234567890}",
        "{\"memsize\":-}", "{\"memsize\":1 2}", "{\"references\":[\"0x1\",]}", "{\"references\":[\"0x1\" \"0x2\"]}",
        "{\"references\":[1]}", "{\"references\":{}}", "{\"file\":\"a\\tb\"}", "{\"file\":null}", "{\"a\":nul}",
        "{\"a\":\"\\x\"}", "{\"a\":\"\\u12g4\"}", "{\"a\":tru}", "{\"a\":01}", "{\"a\":[1]}", "{\"a\":{\"b\":{}}}",
        "{\"memsize\":1, \"memsize\":2}", "{\"a\":1,}", "{,}", "{\"a\"}", "{\"a\":}", "{\"a\":1 }", "{ \"a\":1}x",
        "{\"file\":\"caf\u00c3\u00a9\"}", "{\"value\":\"caf\u00e9\"}", "{\"a\":\"\u0001\"}", "{\"a\":\"open",
        "{\"class\":\"Plan\"}", "{\"class_address\":\"0x10\", \"class\":\"Plan\"}",
        "{\"class\":\"P\", \"class_address\":1}", "{\"generation\":-1}", "{\"generation\":4294967296}",
        "{\"line\":999999999999999999}", "{\"memsize\":281474976710656}", "{\"memsize\":-1}"})
    void whatIsNotPlainIsLeftToJackson(String line) {
        int end = READERS.plainEnd(line.getBytes(StandardCharsets.ISO_8859_1));
        assertTrue(end != line.length() || end == 0, line);
    }

    private static void assertSameThoughDamaged(String[] lines, long seed, int times) {
        Random random = new Random(seed);
        int plain = 0;
        for (int i = 0; i < times; i++) {
            StringBuilder line = new StringBuilder(lines[random.nextInt(lines.length)]);
            for (int damages = random.nextInt(3); damages >= 0; damages--) {
                int at = random.nextInt(Math.max(1, line.length()));
                String mark = String.valueOf(MARKS.charAt(random.nextInt(MARKS.length())));
                int length = random.nextInt(8) == 0 ? random.nextInt(20) : 1;
                line.replace(at, random.nextBoolean() ? at : Math.min(line.length(), at + length),
                    random.nextInt(3) == 0 ? "" : mark);
            }
            plain += agrees(line.toString(), "seed " + seed + ": " + line) ? 1 : 0;
        }
        assertTrue(plain > times / 20 && plain < times * 19 / 20, "seed " + seed + ": " + plain + " plain");
    }

    private static boolean agrees(String line, String what) {
        return READERS.agree(line.getBytes(StandardCharsets.ISO_8859_1), what);
    }
}
