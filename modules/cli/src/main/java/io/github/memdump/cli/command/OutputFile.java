package io.github.memdump.cli.command;

import java.nio.file.Path;
import java.util.function.Function;
import picocli.CommandLine.ParameterException;

/** Where a result goes: the file of {@code -o}, or the one that the gem's commands take as their last argument. */
public final class OutputFile {
    private OutputFile() {
    }

    /**
     * Returns the file that was named, null if none was.
     *
     * @param misused makes the exception that says that two were named
     */
    public static Path of(Path option, Path argument, Function<String, ParameterException> misused) {
        if (option != null && argument != null) {
            throw misused.apply("Name the file to write once: -o " + option + " and " + argument + " are two.");
        }
        return option == null ? argument : option;
    }
}
