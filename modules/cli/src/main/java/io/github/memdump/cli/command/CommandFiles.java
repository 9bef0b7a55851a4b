package io.github.memdump.cli.command;

import io.github.memdump.file.Inputs;
import io.github.memdump.file.OverwriteException;
import io.github.memdump.file.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * The files that a command reads. Outputs are {@code --output} and arguments of type Path; every other argument may be
 * a dump or a script, and is one if there is such a file. Not thread-safe.
 */
final class CommandFiles {
    /** Standard output, where it has a name. */
    private static final Path OUT = Path.of("/dev/fd/1");
    private static final Path IN = Path.of("/dev/fd/0");
    private static final String STANDARD_INPUT = "-";

    private final Session session;
    private final Set<Path> opened = new LinkedHashSet<>();

    CommandFiles(Session session) {
        this.session = session;
    }

    /** Adds a dump that is opened. */
    void add(String dump) {
        try {
            opened.add(dump.equals(STANDARD_INPUT) ? IN : Path.of(dump));
        } catch (InvalidPathException impossible) {
            // Whoever opens it says so.
        }
    }

    /** Returns whether two dumps of a command line are the same file. */
    static boolean isOneFile(String before, String after) {
        if (before.equals(STANDARD_INPUT) || after.equals(STANDARD_INPUT)) {
            return false;
        }
        try {
            Path first = Path.of(before);
            Path second = Path.of(after);
            return Files.exists(first) && Files.exists(second) && Files.isSameFile(first, second);
        } catch (InvalidPathException | IOException impossible) {
            // Whoever opens it says so.
            return false;
        }
    }

    /** Returns the files of a command line, and those that were opened. */
    Inputs of(ParseResult line) {
        if (line != null) {
            for (ArgSpec argument : line.matchedArgs()) {
                if (isInput(argument)) {
                    argument.stringValues().forEach(this::add);
                }
            }
        }
        return Inputs.of(opened);
    }

    /** Complains if standard output goes into a dump: what a shell was asked to append there would spoil it. */
    void requireOutputElsewhere(ParseResult line, Function<String, ParameterException> misused) {
        Optional<Path> input = session.isOfProcess() ? of(line).sameAs(OUT) : Optional.empty();
        if (input.isPresent()) {
            throw misused.apply("Standard output goes into " + input.get() + ", which is read here. Let it go"
                + " elsewhere.");
        }
    }

    /** Returns where an option says to write to, where something can be written; see {@link DumpCommand#target}. */
    Target target(Path output, Inputs inputs, boolean json, Function<String, ParameterException> misused)
            throws IOException {
        try {
            Target target = output.equals(Path.of(STANDARD_INPUT)) ? Target.standardOutput(session.recordsOut())
                : Target.of(output, inputs).withStandardOutput(session.recordsOut()).telling(session::tell);
            if (target.isStandardOutput() && json) {
                throw misused.apply("The JSON document and what is written cannot both go to standard output: give -o a"
                    + " file.");
            }
            if (target.isStandardOutput()) {
                session.leaveOutputAlone();
            }
            target.requireWritable();
            return target;
        } catch (OverwriteException lost) {
            throw misused.apply(lost.getMessage());
        }
    }

    /** Positional words may all be dumps or scripts; of options those that take a file, but for outputs. */
    private static boolean isInput(ArgSpec argument) {
        boolean isPath = argument.type().equals(Path.class);
        if (argument.isPositional()) {
            return !isPath;
        }
        boolean isOutput = List.of(((OptionSpec) argument).names()).contains("--output");
        return isPath && !isOutput || argument.paramLabel().equals("BEFORE");
    }
}
