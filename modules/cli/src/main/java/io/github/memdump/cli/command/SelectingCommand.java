package io.github.memdump.cli.command;

import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.HeapDiff;
import io.github.memdump.analysis.WalkBarrier;
import io.github.memdump.analysis.record.RecordColumns;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.investigation.Investigation;
import io.github.memdump.names.ReferenceNames;
import io.github.memdump.select.Need;
import java.io.IOException;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What commands share that look at one dump and take {@code --where}. */
public abstract class SelectingCommand extends AnalysingCommand {
    @Mixin
    private Where where;

    @Option(names = "--before", paramLabel = "BEFORE", description = "An earlier dump of the same process, for"
        + " selections that tell new objects from old ones.")
    private String before;

    private HeapDiff diff;
    private String selected;

    /** Makes the command for one run. */
    protected SelectingCommand(Session session) {
        super(session);
    }

    /** Loads the dump, and the earlier one if there is one; mistakes in the selection are told first. */
    protected final Heap loadSelecting(String dump) throws IOException {
        where.check(before != null);
        selected = dump;
        if (before == null) {
            return load(dump);
        }
        Investigation<Given> dumps = investigate(List.of(before, dump));
        selected = dumps.latest().name();
        diff = compared(dumps);
        return diff.after();
    }

    /** Returns what the dump that was loaded is called on the command line: of two the later one. */
    protected final String loadedName() {
        return selected;
    }

    /**
     * Names the references from some objects to some others in the dump that was loaded, for which
     * {@link #keepStreams} was called before; where the dump can no longer be read, a warning says so.
     */
    protected final ReferenceNames names(Heap heap, int[] holders, int[] targets) throws IOException {
        return names(heap, selected, holders, targets);
    }

    /** Returns whether objects were selected. */
    protected final boolean isSelecting() {
        return where.isGiven();
    }

    /** Returns whether there is an earlier dump. */
    protected final boolean isComparing() {
        return before != null;
    }

    /** Returns the objects of the selection, all without one. */
    protected final NodeSet selected(Heap heap) {
        return where.in(heap, Optional.ofNullable(diff), warnings(), task());
    }

    /** Returns the objects of the selection by {@link #findings}. */
    protected final NodeSet selected(Findings findings) {
        return where.in(findings, warnings(), task());
    }

    /** Finds out what is needed, by the selection and besides, with walks that go through no stop. */
    protected final Findings findings(Heap heap, Set<Need> besides, WalkBarrier stops) {
        return findings(heap, besides, Findings.of(heap).stoppingAt(stops));
    }

    /** Finds out the same with a builder. */
    protected final Findings findings(Heap heap, Set<Need> besides, Findings.Builder builder) {
        Set<Need> needs = EnumSet.noneOf(Need.class);
        needs.addAll(besides);
        needs.addAll(where.needs());
        return Need.findings(needs, Optional.ofNullable(diff), heap, builder, task());
    }

    /**
     * Returns findings with what some columns take from the records of some objects of the dump that was loaded, for
     * which {@link #keepStreams} was called before if there is such a column.
     */
    protected final Findings withRecords(Findings findings, Collection<Column> columns, int[] objects)
            throws IOException {
        return Column.facts(columns).isEmpty() ? findings
            : RecordColumns.of(findings, columns, values(findings.heap(), selected), objects, task());
    }

    /** Complains of columns that need an earlier dump where there is none. */
    protected final void requireBefore(Collection<Column> columns) {
        for (Column column : columns) {
            if (before == null && Need.isComparing(Need.of(column))) {
                throw misused("Column " + column.id() + " tells new objects from old ones: name the earlier dump with"
                    + " --before BEFORE.");
            }
        }
    }
}
