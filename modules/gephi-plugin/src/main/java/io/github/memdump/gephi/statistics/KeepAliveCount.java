package io.github.memdump.gephi.statistics;

import io.github.memdump.analysis.Column;
import io.github.memdump.dump.DumpException;
import io.github.memdump.gephi.task.Messages;
import io.github.memdump.gephi.task.TicketTask;
import io.github.memdump.gephi.workspace.HeapTies;
import io.github.memdump.gephi.workspace.WorkspaceHeap;
import io.github.memdump.task.CancelledException;
import java.util.Optional;
import org.gephi.graph.api.Graph;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Table;
import org.gephi.statistics.spi.Statistics;
import org.gephi.utils.longtask.spi.LongTask;
import org.gephi.utils.progress.ProgressTicket;
import org.openide.util.NbBundle;

/**
 * How many objects each visible node keeps alive, written to {@code keepalive_count} and, where two dumps are compared,
 * {@code keepalive_new_count}. Counted on the heap behind the workspace; where there is none, on the visible graph,
 * which the report says; where its dump is gone, not at all. Needs no dialog. Exact; time as
 * {@link io.github.memdump.analysis.KeepAlive} says. Run once.
 */
public final class KeepAliveCount implements Statistics, LongTask {
    private final TicketTask task = new TicketTask();
    private String report = "";
    private int highest;
    private boolean onHeap;

    @Override
    public void execute(GraphModel model) {
        Graph visible = model.getGraphVisible();
        Optional<WorkspaceHeap> heap = HeapTies.of(model);
        try {
            KeepAliveCounts counts = heap.isPresent() ? onHeap(visible, heap.get()) : CountOnGraph.of(visible, task);
            onHeap = heap.isPresent();
            highest = counts.highest();
            String note = write(counts, visible, model.getNodeTable());
            report = new KeepAliveReport(counts, heap,
                onHeap ? note : text("KeepAliveCount.noHeap") + " " + note).html();
        } catch (DumpException gone) {
            // Counts over the visible graph would overwrite those over the heap that the columns still hold.
            report = page(gone.getMessage() + " " + text("KeepAliveCount.unchanged"));
        } catch (CancelledException cancelled) {
            report = page(text("KeepAliveCount.cancelled"));
        } catch (OutOfMemoryError full) {
            report = page(Messages.words(name(), full));
            Messages.failure(name(), full);
        }
    }

    private static String page(String sentence) {
        return "<html><body><h1>" + name() + "</h1><p>"
            + sentence.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") + "</p></body></html>";
    }

    private static String text(String key) {
        return NbBundle.getMessage(KeepAliveCount.class, key);
    }

    private KeepAliveCounts onHeap(Graph visible, WorkspaceHeap heap) throws DumpException {
        return CountOnHeap.of(visible.getNodes().toArray(), heap.findings(task), task);
    }

    private static String write(KeepAliveCounts counts, Graph graph, Table table) {
        CountColumn all = CountColumn.of(table, Column.KEEPALIVE_COUNT.id());
        CountColumn inNew = counts.comparesDumps() ? CountColumn.of(table, Column.KEEPALIVE_NEW_COUNT.id()) : all;
        graph.writeLock();
        try {
            for (int i = 0; i < counts.nodes().length; i++) {
                all.set(counts.nodes()[i], counts.all(i));
                if (counts.comparesDumps() && counts.inNew(i) != KeepAliveCounts.NOT_COUNTED) {
                    inNew.set(counts.nodes()[i], counts.inNew(i));
                }
            }
        } finally {
            graph.writeUnlock();
        }
        return all.isWritable() && inNew.isWritable() ? ""
            : text("KeepAliveCount.column");
    }

    static String name() {
        return text("KeepAliveCount");
    }

    /** Returns the highest count found: of new objects where two dumps are compared. */
    public int getHighest() {
        return highest;
    }

    /** Returns whether it was counted on the heap behind the workspace. */
    public boolean isOnHeap() {
        return onHeap;
    }

    @Override
    public String getReport() {
        return report;
    }

    @Override
    public boolean cancel() {
        return task.cancel();
    }

    @Override
    public void setProgressTicket(ProgressTicket ticket) {
        task.setProgressTicket(ticket);
    }
}
