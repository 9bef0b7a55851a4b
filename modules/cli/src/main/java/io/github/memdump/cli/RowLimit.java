package io.github.memdump.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How many rows are wanted: a number or all of them. Immutable. */
public final class RowLimit {
    private final int most;

    private RowLimit(int most) {
        this.most = most;
    }

    /** Returns the limit {@code asked} for, or where none was, another. */
    public static int orElse(RowLimit asked, int other) {
        return asked == null ? other : asked.most;
    }

    /** Reads {@code --top}. */
    public static final class Converter implements ITypeConverter<RowLimit> {
        @Override
        public RowLimit convert(String text) {
            if (text.equals("all")) {
                return new RowLimit(Integer.MAX_VALUE);
            }
            try {
                int most = Integer.parseInt(text);
                if (most >= 1) {
                    return new RowLimit(most);
                }
            } catch (NumberFormatException notANumber) {
                // Told below, together with numbers that are too small.
            }
            throw new TypeConversionException("'" + text + "' is not a number of rows: give 1 or more, or all");
        }
    }
}
