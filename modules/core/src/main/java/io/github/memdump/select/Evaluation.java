package io.github.memdump.select;

import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.record.RecordColumns;
import io.github.memdump.dump.DumpException;
import io.github.memdump.graph.Graph;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.select.syntax.SelectionException;
import io.github.memdump.select.syntax.SyntaxError;
import io.github.memdump.task.Task;
import java.util.Set;
import java.util.function.Supplier;

/** What a selection is carried out on. */
final class Evaluation {
    private static final int STEP = 1 << 13;

    final Findings findings;
    final Heap heap;
    /** The objects there are: what a complement is taken of. */
    final NodeSet universe;
    final Graph references;
    final Task task;
    private final Supplier<Graph> referrers;
    private final String text;

    Evaluation(Findings findings, NodeSet universe, Graph references, Supplier<Graph> referrers, String text,
        Task task) {
        this.findings = findings;
        this.heap = findings.heap();
        this.universe = universe;
        this.references = references;
        this.referrers = referrers;
        this.text = text;
        this.task = task;
    }

    /** Returns the references turned round. */
    Graph referrers() {
        return referrers.get();
    }

    /** Says yes or no to an object. */
    interface Test {
        boolean accepts(int object) throws SelectionException;
    }

    /** Returns the candidates that a test accepts; linear. */
    NodeSet keep(NodeSet candidates, Test test) throws SelectionException {
        task.phase("Selecting objects", candidates.size());
        NodeSet.Builder kept = NodeSet.builder(candidates.nodeCount());
        int pending = 0;
        for (int object = candidates.nextMember(0); object >= 0; object = candidates.nextMember(object + 1)) {
            if (test.accepts(object)) {
                kept.add(object);
            }
            if (++pending == STEP) {
                task.done(STEP);
                pending = 0;
            }
        }
        task.done(pending);
        return kept.build();
    }

    /**
     * Returns what is known of a column of some candidates; the records of these are read again where it is in them.
     *
     * @throws SelectionException if they cannot be read, told at a position of the selection
     */
    Findings findings(Column column, NodeSet candidates, int position) throws SelectionException {
        if (column.fact().isEmpty()) {
            return findings;
        }
        try {
            return RecordColumns.of(findings, Set.of(column), candidates.toArray(), task);
        } catch (DumpException unreadable) {
            throw error(position, column.id() + " stands in the dump: " + unreadable.getMessage());
        }
    }

    /** Returns the error that something at a position of the selection failed. */
    SelectionException error(int position, String message) {
        return new SelectionException(new SyntaxError(text, position + 1, message, ""));
    }
}
