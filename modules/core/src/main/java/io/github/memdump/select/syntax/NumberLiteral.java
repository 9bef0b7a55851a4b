package io.github.memdump.select.syntax;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers as selections write them: {@code 10}, {@code 10_000}, {@code -7}, {@code 1k}, {@code 1.5m}. The suffixes are
 * k = 1,024, m = 1,048,576 and g = 1,073,741,824, in whatever case and with a b behind them or not.
 */
public final class NumberLiteral {
    private static final Pattern WRITTEN =
        Pattern.compile("(-?[0-9][0-9_]{0,24}(?:\\.[0-9]{1,20})?)(?:([kmgKMG])[bB]?)?");
    private static final BigDecimal SMALLEST = BigDecimal.valueOf(-Long.MAX_VALUE);
    private static final BigDecimal LARGEST = BigDecimal.valueOf(Long.MAX_VALUE);

    private NumberLiteral() {
    }

    /** Returns the number, nearest whole one where a suffix makes it, or nothing if the text is none or too large. */
    public static OptionalLong parse(String text) {
        Matcher written = WRITTEN.matcher(text);
        if (!written.matches()) {
            return OptionalLong.empty();
        }
        BigDecimal number = new BigDecimal(written.group(1).replace("_", ""));
        boolean isPlain = written.group(2) == null;
        if (isPlain && number.stripTrailingZeros().scale() > 0) {
            return OptionalLong.empty();
        }
        int thousands = isPlain ? 0 : "kmg".indexOf(written.group(2).toLowerCase(Locale.ROOT)) + 1;
        BigDecimal factor = BigDecimal.valueOf(1L << (10 * thousands));
        BigDecimal whole = number.multiply(factor).setScale(0, RoundingMode.HALF_UP);
        return whole.compareTo(SMALLEST) < 0 || whole.compareTo(LARGEST) > 0
            ? OptionalLong.empty() : OptionalLong.of(whole.longValueExact());
    }
}
