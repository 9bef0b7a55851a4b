package io.github.memdump.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyedHashTest {
    /** From the authors' table of results: the key is the bytes 0 to 15, the text the bytes 0, 1, 2 and so on. */
    @ParameterizedTest
    @CsvSource({
        "0, a3817f04ba25a8e66df67214c7550293",
        "1, da87c1d86b99af44347659119b22fc45",
        "2, 8177228da4a45dc7fca38bdef60affe4",
        "3, 9c70b60c5267a94e5f33b6b02985ed51",
        "7, a1f1ebbed8dbc153c0b84aa61ff08239",
        "8, 3b62a9ba6258f5610f83e264f31497b4",
        "15, 5493e99933b0a8117e08ec0f97cfc3d9",
        "63, 5150d1772f50834a503e069a973fbd7c"})
    void agreesWithTheAuthors(int length, String expected) {
        byte[] text = new byte[64];
        for (int i = 0; i < text.length; i++) {
            text[i] = (byte) i;
        }
        assertEquals(expected, hex(hash(text, length)));
    }

    @Test
    void everyByteAndTheLengthCount() {
        byte[] text = new byte[40];
        String zeros = hex(hash(text, 40));
        for (int i = 0; i < text.length; i++) {
            text[i] = 1;
            assertNotEquals(zeros, hex(hash(text, 40)), "byte " + i);
            text[i] = 0;
            assertNotEquals(zeros, hex(hash(text, i)), "length " + i);
        }
    }

    private static KeyedHash hash(byte[] text, int length) {
        KeyedHash hash = new KeyedHash(0x0706050403020100L, 0x0f0e0d0c0b0a0908L);
        hash.hash(text, length);
        return hash;
    }

    private static String hex(KeyedHash hash) {
        StringBuilder hex = new StringBuilder();
        for (byte b : ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN).putLong(hash.low()).putLong(hash.high())
            .array()) {
            hex.append(String.format("%02x", b));
        }
        return hex.toString();
    }
}
