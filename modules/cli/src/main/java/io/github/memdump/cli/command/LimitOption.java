package io.github.memdump.cli.command;

import io.github.memdump.dump.issue.DumpLimits;
import io.github.memdump.dump.issue.Limit;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/** The option {@code --limit} of all commands that read dumps. */
final class LimitOption {
    @Option(names = "--limit", paramLabel = "WHAT=N", converter = {Name.class, Value.class},
        description = "Accept more (or less) of what is limited in a dump: line-bytes, nesting, kept-characters,"
            + " references-per-object, objects. An error message says when.")
    private final Map<Limit, Long> limits = new EnumMap<>(Limit.class);

    /** Returns what is accepted of a dump, or throws that a limit is out of bounds. */
    DumpLimits limits(Function<String, ParameterException> misused) {
        DumpLimits all = DumpLimits.DEFAULT;
        try {
            for (Map.Entry<Limit, Long> limit : limits.entrySet()) {
                all = all.with(limit.getKey(), limit.getValue());
            }
        } catch (IllegalArgumentException outside) {
            throw misused.apply("--limit: " + outside.getMessage());
        }
        return all;
    }

    /** Reads what is limited. */
    static final class Name implements ITypeConverter<Limit> {
        @Override
        public Limit convert(String text) {
            return Arrays.stream(Limit.values()).filter(limit -> limit.key().equals(text)).findFirst()
                .orElseThrow(() -> new TypeConversionException("there is no limit '" + text + "', only "
                    + Arrays.stream(Limit.values()).map(Limit::key).collect(Collectors.joining(", "))));
        }
    }

    /** Reads the number. */
    static final class Value implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            try {
                return Long.valueOf(text);
            } catch (NumberFormatException notANumber) {
                throw new TypeConversionException("'" + text + "' is not a whole number");
            }
        }
    }
}
