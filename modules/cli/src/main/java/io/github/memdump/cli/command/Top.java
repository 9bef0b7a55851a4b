package io.github.memdump.cli.command;

import java.util.OptionalInt;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The option {@code --top} of all commands that show rows, added as a {@link Mixin}. Not thread-safe. */
public final class Top {
    @Option(names = "--top", paramLabel = "N", converter = RowCount.class,
        description = "Show the first N rows, or all (default: what fits on a screen; all in JSON).")
    private Integer most;

    /** Returns how many rows were asked for, or where nothing was, another number. */
    public int orElse(int other) {
        return most == null ? other : most;
    }

    /** Returns how many rows were asked of a command; nothing too if it has no such option. */
    static OptionalInt askedOf(CommandSpec command) {
        // No stream: where a method of a class is referred to, that class is left out of the launcher's archive.
        for (CommandSpec mixin : command.mixins().values()) {
            if (mixin.userObject() instanceof Top && ((Top) mixin.userObject()).most != null) {
                return OptionalInt.of(((Top) mixin.userObject()).most);
            }
        }
        return OptionalInt.empty();
    }

    /** Reads a number of rows, or all of them. */
    public static final class RowCount implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            if (text.equals("all")) {
                return Integer.MAX_VALUE;
            }
            try {
                int most = Integer.parseInt(text);
                if (most >= 1) {
                    return most;
                }
            } catch (NumberFormatException notANumber) {
                // Refused below, together with numbers that are too small.
            }
            throw new TypeConversionException("'" + text + "' is not a number of rows: give 1 or more, or all");
        }
    }
}
