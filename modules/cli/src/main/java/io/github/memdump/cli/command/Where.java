package io.github.memdump.cli.command;

import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.HeapDiff;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.select.Need;
import io.github.memdump.select.ParsedSelection;
import io.github.memdump.select.Selection;
import io.github.memdump.select.syntax.SelectionException;
import io.github.memdump.select.syntax.SyntaxError;
import io.github.memdump.task.Task;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The option {@code --where}: which objects are meant. A mistake is wrong use, told with the place of it, and found
 * before any dump is read. One instance per command, added as a {@link Mixin}; not thread-safe.
 */
public final class Where {
    /** What the words mean, for the help of commands. */
    public static final String EXAMPLE = "class =~ /Plan/ and memsize > 1k";

    private static final Set<Need> COMPARING = EnumSet.of(Need.DIFF, Need.BORDER);

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--where", paramLabel = "SELECTION", description = "Which objects are meant, such as '" + EXAMPLE
        + "' or 'new and reachable-from(class = Store)'. Columns, operators and predicates: src/docs/selections.md")
    private String text;

    private Selection selection;

    /** Returns whether objects were selected. */
    public boolean isGiven() {
        return text != null;
    }

    /**
     * Reads the selection, if there is one.
     *
     * @param compared whether there is an earlier dump
     * @throws ParameterException if there is a mistake in it, or it needs an earlier dump and there is none
     */
    public void check(boolean compared) {
        if (text == null) {
            return;
        }
        ParsedSelection parsed = Selection.parse(text);
        parsed.error().ifPresent(error -> {
            throw mistake(error, "");
        });
        selection = parsed.selection().orElseThrow();
        Set<Need> met = EnumSet.allOf(Need.class);
        met.removeAll(compared ? Set.of() : COMPARING);
        selection.missing(met).ifPresent(error -> {
            throw mistake(error, " Name it with --before BEFORE.");
        });
    }

    /** Returns what the selection needs to know. */
    public Set<Need> needs() {
        return selection == null ? Set.of() : selection.needs();
    }

    /**
     * Returns the objects of the selection, of a heap and its comparison with an earlier one; all without a selection.
     * Warns of classes that the heap does not have.
     */
    public NodeSet in(Heap heap, Optional<HeapDiff> diff, Warnings warnings, Task task) {
        return in(Need.findings(needs(), diff, heap, Findings.of(heap), task), warnings, task);
    }

    /** Returns the same by what is known already; what the selection {@link #needs} besides is found out. */
    public NodeSet in(Findings known, Warnings warnings, Task task) {
        Heap heap = known.heap();
        if (selection == null) {
            return NodeSet.all(heap.objectCount());
        }
        selection.doubts(heap).forEach(warnings::add);
        try {
            return selection.in(selection.missing(known).isEmpty() ? known
                : Need.findings(needs(), known.diff(), heap, Findings.of(heap).stoppingAt(known.stops()), task), task);
        } catch (SelectionException failed) {
            throw mistake(failed.error(), "");
        }
    }

    private ParameterException mistake(SyntaxError error, String remedy) {
        return new SelectionMistake(spec.commandLine(), error, remedy);
    }
}
