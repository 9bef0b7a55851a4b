package io.github.memdump.cli.command;

import io.github.memdump.dump.Limit;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name in {@code --limit NAME=N}. */
final class LimitName implements ITypeConverter<Limit> {
    @Override
    public Limit convert(String text) {
        return Arrays.stream(Limit.values()).filter(limit -> limit.key().equals(text)).findFirst()
            .orElseThrow(() -> new TypeConversionException("there is no limit '" + text + "', only "
                + Arrays.stream(Limit.values()).map(Limit::key).collect(Collectors.joining(", "))));
    }
}
