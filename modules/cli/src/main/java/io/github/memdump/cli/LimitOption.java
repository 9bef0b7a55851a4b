package io.github.memdump.cli;

import io.github.memdump.dump.DumpLimits;
import io.github.memdump.dump.Limit;
import java.util.EnumMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** The option {@code --limit} of all commands that read dumps. */
final class LimitOption {
    @Option(names = "--limit", paramLabel = "WHAT=N", converter = {LimitName.class, LimitValue.class},
        description = "Accept more (or less) of what is limited in a dump: line-bytes, nesting, kept-characters,"
            + " references-per-object, objects. An error message says when.")
    private final Map<Limit, Long> limits = new EnumMap<>(Limit.class);

    /**
     * Returns what is accepted of a dump.
     *
     * @throws IllegalArgumentException if a limit is out of bounds
     */
    DumpLimits limits() {
        DumpLimits all = DumpLimits.DEFAULT;
        for (Map.Entry<Limit, Long> limit : limits.entrySet()) {
            all = all.with(limit.getKey(), limit.getValue());
        }
        return all;
    }
}
