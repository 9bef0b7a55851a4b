package io.github.memdump.cli.option;

import io.github.memdump.analysis.Grouping;
import java.util.Locale;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The option {@code --by} of all commands that group objects, added as a {@link Mixin}. Not thread-safe. */
public final class By {
    @Option(names = "--by", paramLabel = "WHAT", defaultValue = "class",
        description = "Group by class; kind (as class, but IMEMO by what it is and DATA by its C type); type; gem"
            + " (whose code allocated: gem, Ruby, application); file; site (file:line); or generation (default:"
            + " ${DEFAULT-VALUE}).")
    private Grouping grouping;

    /** Returns by what to group. */
    public Grouping grouping() {
        return grouping;
    }

    /** Returns its name as it stands in JSON. */
    public String id() {
        return grouping.name().toLowerCase(Locale.ROOT);
    }
}
