package io.github.memdump.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FiguresTest {
    private static final int TRIES = 20_000;

    @Test
    void countsAreGroupedAsTheFormatterDoes() {
        Random random = new Random(1);
        for (long fixed : new long[] {0, 1, -1, 999, 1000, -999, -1000, 123_456, Long.MAX_VALUE, Long.MIN_VALUE}) {
            assertEquals(String.format(Locale.ROOT, "%,d", fixed), Figures.count(fixed));
        }
        for (int i = 0; i < TRIES; i++) {
            long number = random.nextLong() >> random.nextInt(Long.SIZE);
            assertEquals(String.format(Locale.ROOT, "%,d", number), Figures.count(number));
        }
    }

    @Test
    void sharesAndBytesAreRoundedAsTheFormatterDoes() {
        Random random = new Random(2);
        for (double share : new double[] {0, -0.0, 1, 0.0005, 0.00049999, 0.0015, 0.1235, -0.0001, 1e-300, 1e17,
            Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            assertEquals(String.format(Locale.ROOT, "%.1f %%", 100.0 * share), Figures.share(share));
        }
        for (int i = 0; i < TRIES; i++) {
            double share = i % 2 == 0 ? random.nextDouble() - 0.25 : random.nextInt(2000) / 2000.0;
            assertEquals(String.format(Locale.ROOT, "%.1f %%", 100.0 * share), Figures.share(share));
            long kibibytes = 1024 + random.nextInt(900 * 1024);
            assertEquals(String.format(Locale.ROOT, "%.1f KiB", kibibytes / 1024.0), Figures.bytes(kibibytes));
        }
    }

    @Test
    void bytesStandInTheUnitThatSuitsThem() {
        assertEquals("1023 B", Figures.bytes(1023));
        assertEquals("1.0 KiB", Figures.bytes(1024));
        assertEquals("-1.5 KiB", Figures.bytes(-1536));
        assertEquals("1.0 MiB", Figures.bytes(1024 * 1024 - 1));
        assertEquals("8.0 EiB", Figures.bytes(Long.MAX_VALUE));
    }
}
