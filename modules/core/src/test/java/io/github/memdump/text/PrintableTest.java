package io.github.memdump.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTest {
    @Test
    void textThatHarmsNobodyStaysAsItIs() {
        String text = "Caf\u00E9::\u65E5\u672C \uD83D\uDE00 #<Class:0x1> C:\\x \u00A0 e\u0301";
        assertSame(text, Printable.of(text));
    }

    @Test
    void theNotationIsRubys() {
        assertEquals("\\x1B[31m\\x07\\x00\\x7F", Printable.of("\u001B[31m\u0007\u0000\u007F"));
        assertEquals("a\\nb\\rc\\td", Printable.of("a\nb\rc\td"));
        assertEquals("\\u{009B}\\u{202E}x\\u{200B}\\u{2028}\\u{FEFF}", Printable.of("\u009B\u202Ex\u200B\u2028\uFEFF"));
        assertEquals("\\u{E0041}", Printable.of(Character.toString(0xE0041)));
        assertEquals("a\\u{D800}b\\u{DC00}", Printable.of("a\uD800b\uDC00"));
    }

    @Test
    void linesKeepTheirEndsAndNothingElse() {
        assertEquals("a\nb\\r\nc\\td\\u{0085}", Printable.lines("a\nb\r\nc\td\u0085"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0x00AD, 0x034F, 0x061C, 0x115F, 0x180E, 0x200C, 0x200D, 0x200E, 0x2029, 0x202A, 0x2060, 0x2066,
        0x2069, 0x3164, 0xE000, 0xFE0F, 0xFFA0, 0xFFF9, 0xFFFE, 0x1D173, 0xE0001, 0xE0100, 0x10FFFF})
    void whatNobodySeesIsEscaped(int character) {
        assertEquals(String.format("\\u{%04X}", character), Printable.character(character));
    }

    @Test
    void everyControlAndFormatCharacterIsEscaped() {
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            int type = Character.getType(c);
            if (type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE) {
                assertFalse(Printable.isPrintable(c), Integer.toHexString(c));
            }
        }
    }
}
