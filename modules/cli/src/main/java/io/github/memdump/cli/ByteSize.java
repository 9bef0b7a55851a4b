package io.github.memdump.cli;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A number of bytes as options take it: {@code 500m}, {@code 20g}, {@code 1t}, {@code 0}. Immutable. */
final class ByteSize {
    private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,12})([kmgt]?)b?");

    private final long bytes;

    private ByteSize(long bytes) {
        this.bytes = bytes;
    }

    long bytes() {
        return bytes;
    }

    /** Reads such an option. */
    static final class Converter implements ITypeConverter<ByteSize> {
        @Override
        public ByteSize convert(String text) {
            Matcher written = WRITTEN.matcher(text.toLowerCase(Locale.ROOT));
            if (written.matches()) {
                int thousands = written.group(2).isEmpty() ? 0 : "kmgt".indexOf(written.group(2)) + 1;
                long number = Long.parseLong(written.group(1));
                if (number <= Long.MAX_VALUE >> 10 * thousands) {
                    return new ByteSize(number << 10 * thousands);
                }
            }
            throw new TypeConversionException("'" + text + "' is not a size: give bytes, or as in 500m, 20g, 1t");
        }
    }
}
