package io.github.memdump.dump.scan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.memdump.testing.JsonTree;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextBytesTest {
    private static final String[] PARTS = {"a", "é", "€", "😀", "\\n", "\\t", "\\r", "\\b", "\\f", "\\\"", "\\\\", "\\/",
        "\\u0041", "\\u00e9", "\\u20AC", "\\ud83d\\ude00", "\\u0000", "\\u001b", "0", " "};

    private static byte[] read(byte[] json, int most) {
        TextBytes text = new TextBytes(most);
        text.read(json, 0, json.length);
        return Arrays.copyOf(text.array(), text.length());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void escapesMeanWhatAJsonReaderSays(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            StringBuilder json = new StringBuilder();
            for (int i = random.nextInt(80); i > 0; i--) {
                json.append(PARTS[random.nextInt(PARTS.length)]);
            }
            byte[] expected = utf8(JsonTree.read("[\"" + json + "\"]").text("0"));
            TextBytes text = new TextBytes(Integer.MAX_VALUE);
            text.read(utf8(json.toString()), 0, utf8(json.toString()).length);
            assertArrayEquals(expected, Arrays.copyOf(text.array(), text.length()), "seed " + seed + ": " + json);
            assertEquals(expected.length, text.total());
            int most = random.nextInt(40);
            assertArrayEquals(Arrays.copyOf(expected, Math.min(most, expected.length)),
                read(utf8(json.toString()), most), "seed " + seed + ": " + json);
        }
    }

    @Test
    void whatIsNoEscapeStandsForItself() {
        for (String odd : new String[] {"\\", "\\q", "\\u", "\\u12", "\\u12g4", "a\\", "\\u00e"}) {
            assertEquals(odd, new String(read(utf8(odd), 100), StandardCharsets.UTF_8));
        }
        byte[] binary = {(byte) 0xFF, 'a', (byte) 0xC3};
        assertArrayEquals(binary, read(binary, 100));
    }

    @Test
    void halfASurrogatePairBecomesThreeBytes() {
        assertArrayEquals(new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0xBD, 'x'}, read(utf8("\\ud83dx"), 100));
        assertArrayEquals(new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0xBD, 'A'}, read(utf8("\\ud83d\\u0041"), 100));
    }

    @Test
    void whatIsNotKeptIsCounted() {
        TextBytes text = new TextBytes(5);
        byte[] json = utf8("0123456\\n89");
        text.read(json, 0, json.length);
        assertEquals(5, text.length());
        assertEquals(10, text.total());
        text.read(json, 0, 1);
        assertEquals(1, text.total());
    }
}
