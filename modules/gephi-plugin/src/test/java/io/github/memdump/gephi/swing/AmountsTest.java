package io.github.memdump.gephi.swing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.memdump.answer.Figures;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class AmountsTest {
    private final Locale usual = Locale.getDefault();

    @BeforeEach
    void speakEnglish() {
        Locale.setDefault(Locale.US);
    }

    @AfterEach
    void speakAsBefore() {
        Locale.setDefault(usual);
    }

    @Test
    void writesBytesAsTheAnswersOfTheEngineDo() {
        assertEquals("0 B", Amounts.bytes(0));
        assertEquals("1023 B", Amounts.bytes(1023));
        assertEquals("1.0 KiB", Amounts.bytes(1024));
        assertEquals("1.0 MiB", Amounts.bytes(1024 * 1024 - 1));
        assertEquals("1.2 MiB", Amounts.bytes(1_258_291));
        assertEquals("349.0 MiB", Amounts.bytes(349L << 20));
        assertEquals("2.0 GiB", Amounts.bytes(2L << 30));
        assertEquals("2.0 PiB", Amounts.bytes(2L << 50));
        for (long bytes : new long[] {0, 1023, 1024, 99_999, 104_858, 1_258_291, 349L << 20, 2L << 30}) {
            assertEquals(Figures.bytes(bytes), Amounts.bytes(bytes));
        }
    }

    @Test
    void differencesBearTheirSignAndNoneIsNothing() {
        assertEquals("+1,234", Amounts.change(1234));
        assertEquals("\u22125", Amounts.change(-5));
        assertEquals("", Amounts.change(0));
        assertEquals("+1.0 KiB", Amounts.bytesChange(1024));
        assertEquals("\u22121.0 KiB", Amounts.bytesChange(-1024));
        assertEquals("", Amounts.bytesChange(0));
    }

    @Test
    void writesNumbersAsTheUsersLanguageDoes() {
        Locale.setDefault(Locale.GERMANY);
        assertEquals("1.234", Amounts.count(1234));
        assertEquals("1,2 MiB", Amounts.bytes(1_258_291));
    }

    @Test
    void sharesAreRoundedButNeverDownToNothing() {
        assertEquals("50%", Amounts.share(1, 2));
        assertEquals("3.3%", Amounts.share(1, 30));
        assertEquals("< 0.1%", Amounts.share(1, 1_000_000));
        assertEquals("0%", Amounts.share(0, 0));
    }
}
