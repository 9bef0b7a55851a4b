package io.github.memdump.gephi.filter;

import java.util.Locale;
import java.util.OptionalLong;

/** Figures as people type them: {@code 1000}, {@code 1,000}, {@code 4k}, {@code 1.5m}; k, m, g are powers of 1,024. */
final class FigureText {
    private static final String SUFFIXES = "kmg";
    private static final int BITS = 10;

    private FigureText() {
    }

    /** Returns the number that a text means, another one for an empty text, nothing for one that means none. */
    static OptionalLong number(String text, long whereEmpty) {
        String plain = text.trim().toLowerCase(Locale.ROOT).replaceAll("[,_\u00a0\u202f ]", "");
        if (plain.isEmpty()) {
            return OptionalLong.of(whereEmpty);
        }
        int suffix = SUFFIXES.indexOf(plain.charAt(plain.length() - 1)) + 1;
        try {
            double number = Double.parseDouble(suffix == 0 ? plain : plain.substring(0, plain.length() - 1));
            return number >= 0 ? OptionalLong.of((long) (number * (1L << BITS * suffix))) : OptionalLong.empty();
        } catch (NumberFormatException noNumber) {
            return OptionalLong.empty();
        }
    }

    /** Returns a number as it is typed. */
    static String of(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Returns a power of two in few letters: 512, 1k, 2m. */
    static String shortly(long power) {
        int suffix = Math.min(SUFFIXES.length(), (Long.SIZE - 1 - Long.numberOfLeadingZeros(power)) / BITS);
        return (power >> BITS * suffix) + (suffix == 0 ? "" : SUFFIXES.substring(suffix - 1, suffix));
    }
}
