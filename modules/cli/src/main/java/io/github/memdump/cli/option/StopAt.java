package io.github.memdump.cli.option;

import io.github.memdump.analysis.StopType;
import io.github.memdump.analysis.WalkBarrier;
import java.util.List;
import picocli.CommandLine.Option;

/** The option {@code --stop-at} of all commands that walk. */
public final class StopAt {
    @Option(names = "--stop-at", paramLabel = "TYPE,TYPE", split = ",", hideParamSyntax = true,
        description = "Do not walk through objects of these types: class, module, iclass, imemo. Such an object is"
            + " counted where it is reached, nothing behind it is, and its own keepalive count is 1. For retained"
            + " sizes and dominators it is held for good, like a ROOT object.")
    private List<StopType> types = List.of();

    /** Returns where walks stop. */
    public WalkBarrier stops() {
        return WalkBarrier.of(types);
    }
}
