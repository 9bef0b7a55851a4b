package io.github.memdump.gephi.statistics;

import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;
import io.github.memdump.dump.DumpException;
import io.github.memdump.gephi.graph.VisibleGraph;
import io.github.memdump.gephi.heap.HeapTies;
import io.github.memdump.gephi.heap.WorkspaceHeap;
import io.github.memdump.gephi.task.Messages;
import io.github.memdump.gephi.task.TicketTask;
import io.github.memdump.task.CancelledException;
import io.github.memdump.task.Task;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gephi.graph.api.Graph;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Table;
import org.gephi.statistics.spi.Statistics;
import org.gephi.utils.longtask.spi.LongTask;
import org.gephi.utils.progress.ProgressTicket;
import org.openide.util.NbBundle;

/**
 * A statistic about a heap: computed on the heap behind the workspace; where there is none, or its dump is gone, on
 * the visible graph, which the report says. Figures over a visible graph never replace those over a heap. Needs no
 * dialog. After a cancel nothing is written. Run once.
 */
public abstract class HeapStatistic implements Statistics, LongTask {
    private final TicketTask task = new TicketTask();
    private String report = "";
    private String result = "";
    private boolean onHeap;

    /** For the statistics of this package. */
    HeapStatistic() {
    }

    /** Returns the name that Gephi shows. */
    abstract String name();

    /** Returns what is computed, and where its definition is from, as paragraphs. */
    abstract List<String> definition();

    /**
     * Computes on the heap.
     *
     * @throws NoAnswerException if it cannot be computed there, in words for people
     */
    abstract Computed onHeap(WorkspaceHeap heap, Findings findings, ShownObjects shown, Task watched)
            throws NoAnswerException;

    /**
     * Computes on the visible graph.
     *
     * @throws NoAnswerException if it cannot be computed there, in words for people
     */
    abstract Computed onGraph(VisibleGraph graph, Task watched) throws NoAnswerException;

    @Override
    public final void execute(GraphModel model) {
        ReportPage page = new ReportPage(name());
        definition().forEach(page::paragraph);
        try {
            run(model, page);
        } catch (NoAnswerException none) {
            page.note(none.getMessage() + " " + text("HeapStatistic.unchanged"));
        } catch (CancelledException cancelled) {
            page.note(text("HeapStatistic.cancelled"));
        } catch (OutOfMemoryError full) {
            page.note(Messages.words(name(), full));
            Messages.failure(name(), full);
        }
        report = page.html();
    }

    private void run(GraphModel model, ReportPage page) throws NoAnswerException {
        Graph visible = model.getGraphVisible();
        Optional<WorkspaceHeap> heap = HeapTies.of(model);
        Optional<Findings> findings = Optional.empty();
        if (heap.isPresent()) {
            try {
                findings = Optional.of(heap.get().findings(task));
            } catch (DumpException gone) {
                page.note(gone.getMessage() + " " + text("HeapStatistic.onGraphInstead"));
            }
        } else {
            page.note(text("HeapStatistic.noHeap"));
        }
        Computed computed = findings.isPresent()
            ? onHeap(heap.get(), findings.get(), ShownObjects.of(visible.getNodes().toArray(),
                findings.get().heap()), task)
            : onGraph(VisibleGraph.of(visible), task);
        // The last chance to cancel: from here on everything is written.
        task.done(0);
        boolean mayWrite = heap.isPresent() == findings.isPresent();
        List<String> left = write(computed, visible, model.getNodeTable(), mayWrite);
        if (!left.isEmpty()) {
            computed.note(text(mayWrite ? "HeapStatistic.column" : "HeapStatistic.kept", String.join(", ", left)));
        }
        onHeap = findings.isPresent();
        result = computed.result() == Findings.ABSENT ? "" : String.format("%,d", computed.result());
        page.computed(computed);
    }

    /** Writes the columns and returns the names of those that it leaves as they are. */
    private static List<String> write(Computed computed, Graph graph, Table table, boolean overwriting) {
        List<String> left = computed.columns().stream().map(Column::id)
            .filter(id -> !overwriting && table.hasColumn(id)).collect(Collectors.toList());
        List<FigureColumn> columns = computed.columns().stream().filter(column -> !left.contains(column.id()))
            .map(column -> FigureColumn.of(table, column)).collect(Collectors.toList());
        columns.stream().filter(column -> !column.isWritable()).map(FigureColumn::id).forEach(left::add);
        graph.writeLock();
        try {
            for (FigureColumn column : columns) {
                for (int i = 0; column.isWritable() && i < computed.nodes().length; i++) {
                    column.write(computed.written(), i, computed.nodes()[i]);
                }
            }
        } finally {
            graph.writeUnlock();
        }
        return left;
    }

    /** Returns a text of this package. */
    static String text(String key, Object... values) {
        return NbBundle.getMessage(HeapStatistic.class, key, values);
    }

    /** Returns whether it was computed on the heap behind the workspace. */
    public final boolean isOnHeap() {
        return onHeap;
    }

    /** Returns the one figure that the Statistics panel shows: the highest found; empty if nothing was. */
    public final String getResult() {
        return result;
    }

    @Override
    public final String getReport() {
        return report;
    }

    @Override
    public final boolean cancel() {
        return task.cancel();
    }

    @Override
    public final void setProgressTicket(ProgressTicket ticket) {
        task.setProgressTicket(ticket);
    }

    /** Something cannot be computed here; the message says why, for people. Has no stack trace: nothing is broken. */
    static final class NoAnswerException extends Exception {
        private static final long serialVersionUID = 1L;

        NoAnswerException(String message) {
            super(message, null, false, false);
        }
    }
}
