package io.github.memdump.cli.option;

import io.github.memdump.source.SourceFolder;
import io.github.memdump.source.SourceLines;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options that say where the program's source is, of commands that show where objects were allocated. */
public final class Source {
    @Option(names = "--source", paramLabel = "DIR", description = "Show lines of the program's source from this folder;"
        + " PREFIX=DIR says which folder of the process it is, such as /app=/home/me/app. May be given several times."
        + " Without it, lines are shown of files that are still where they were.")
    private List<String> folders = List.of();

    @Option(names = "--no-source", description = "Show no lines of source.")
    private boolean isOff;

    /** Returns the lines of the source; {@code misused} makes the exception for what is no folder. */
    public SourceLines lines(Function<String, ParameterException> misused) {
        List<SourceFolder> found = new ArrayList<>();
        for (String text : folders) {
            try {
                SourceFolder folder = SourceFolder.parse(text);
                if (!Files.isDirectory(folder.folder())) {
                    throw misused.apply("--source: " + folder.folder() + " is not a folder.");
                }
                found.add(folder);
            } catch (InvalidPathException impossible) {
                throw misused.apply("--source: '" + text + "' is not the name of a folder.");
            }
        }
        return isOff ? SourceLines.NONE : SourceLines.in(found);
    }
}
