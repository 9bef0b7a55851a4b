package io.github.memdump.cli;

import io.github.memdump.file.Inputs;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * The files that a command reads. Outputs are {@code --output} and arguments of type Path; every other word of the
 * command line may be a dump or a script, and is one if there is such a file. Not thread-safe.
 */
final class CommandFiles {
    /** Standard output, where it has a name. */
    static final Path OUT = Path.of("/dev/fd/1");
    private static final Path IN = Path.of("/dev/fd/0");
    private static final String STANDARD_INPUT = "-";

    private final Set<Path> opened = new LinkedHashSet<>();

    /** Adds a dump that is opened. */
    void add(String dump) {
        try {
            opened.add(dump.equals(STANDARD_INPUT) ? IN : Path.of(dump));
        } catch (InvalidPathException impossible) {
            // Whoever opens it says so.
        }
    }

    /** Returns the files of a command line, and those that were opened. */
    Inputs of(ParseResult line) {
        if (line != null) {
            for (ArgSpec argument : line.matchedArgs()) {
                if (!isOutput(argument)) {
                    argument.stringValues().forEach(this::add);
                }
            }
        }
        return Inputs.of(opened);
    }

    private static boolean isOutput(ArgSpec argument) {
        return argument.isOption() ? List.of(((OptionSpec) argument).names()).contains("--output")
            : argument.type().equals(Path.class);
    }
}
