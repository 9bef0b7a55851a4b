package io.github.memdump.gephi.statistics;

import io.github.memdump.analysis.WalkBarrier;
import io.github.memdump.gephi.heap.DumpFile;
import io.github.memdump.gephi.heap.EquivalentCommand;
import io.github.memdump.gephi.heap.WorkspaceHeap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A {@code memdump} command that computes what a statistic does, quoted for a POSIX shell. For one thread. */
final class TerminalCommand {
    private final List<String> words = new ArrayList<>(List.of("./memdump"));

    TerminalCommand(String subcommand) {
        words.add(subcommand);
    }

    /** Adds words as they are. */
    TerminalCommand with(String... more) {
        words.addAll(List.of(more));
        return this;
    }

    /** Adds where walks stop, if they do. */
    TerminalCommand stoppingAt(WalkBarrier stops) {
        return stops.isEmpty() ? this : with("--stop-at", stops.types().stream()
            .map(type -> type.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(",")));
    }

    /** Adds the dump before as an option, if there is one. */
    TerminalCommand since(WorkspaceHeap heap) {
        List<DumpFile> dumps = heap.dumps();
        return dumps.size() < 2 ? this : with("--before", dumps.get(0).toString());
    }

    /** Adds the dump that is shown. */
    TerminalCommand on(WorkspaceHeap heap) {
        return with(heap.shown().toString());
    }

    /** Adds the first dump and the last. */
    TerminalCommand onBothEnds(WorkspaceHeap heap) {
        return with(heap.dumps().get(0).toString(), heap.shown().toString());
    }

    /** Adds all dumps, the earliest first. */
    TerminalCommand onAll(WorkspaceHeap heap) {
        heap.dumps().forEach(dump -> with(dump.toString()));
        return this;
    }

    @Override
    public String toString() {
        return words.stream().map(EquivalentCommand::quoted).collect(Collectors.joining(" "));
    }
}
