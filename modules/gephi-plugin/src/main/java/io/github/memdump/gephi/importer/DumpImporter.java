package io.github.memdump.gephi.importer;

import io.github.memdump.dump.DumpException;
import io.github.memdump.gephi.heap.DumpFile;
import io.github.memdump.gephi.heap.Heaps;
import io.github.memdump.gephi.heap.OrderedDumps;
import io.github.memdump.gephi.heap.PackedDump;
import io.github.memdump.gephi.heap.WorkspaceHeap;
import io.github.memdump.gephi.task.Messages;
import io.github.memdump.gephi.task.TicketTask;
import io.github.memdump.gephi.workspace.Arrival;
import io.github.memdump.gephi.workspace.ViewContainer;
import io.github.memdump.task.CancelledException;
import io.github.memdump.view.Recipe;
import io.github.memdump.view.View;
import io.github.memdump.view.assembly.Views;
import java.io.File;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gephi.io.importer.api.ContainerLoader;
import org.gephi.io.importer.api.Issue;
import org.gephi.io.importer.api.Report;
import org.gephi.io.importer.spi.FileImporter;
import org.gephi.utils.longtask.spi.LongTask;
import org.gephi.utils.progress.ProgressTicket;
import org.openide.util.NbBundle;

/**
 * Imports a view of one dump, or of what came between two. Where several dumps are opened together, one importer gets
 * them all and the others import nothing. An importer is used once.
 */
public final class DumpImporter implements FileImporter, FileImporter.FileAware, LongTask {
    private final TicketTask task = new TicketTask();
    private final Report report = new Report();
    private ContainerLoader container;
    private File file;
    private ImportChoices choices;
    private boolean partOfAnother;

    @Override
    public void setFile(File dump) {
        file = dump == null ? null : PackedDump.original(dump.toPath()).toFile();
    }

    @Override
    public void setReader(Reader reader) {
        // Dumps are read as bytes from the file.
    }

    /** Returns the dump that was opened. */
    Path file() {
        return file.toPath();
    }

    /** Says what to import. */
    void choose(ImportChoices wanted) {
        choices = wanted;
        partOfAnother = false;
    }

    /** Says that the dump is part of what another importer imports. */
    void leaveToAnother() {
        partOfAnother = true;
    }

    /** Fills the container. Where it returns false, the user has been told why. */
    @Override
    public boolean execute(ContainerLoader loader) {
        container = loader;
        if (partOfAnother) {
            return false;
        }
        try {
            fill();
            return true;
        } catch (CancelledException cancelled) {
            return failed(cancelled);
        } catch (DumpException | RuntimeException | OutOfMemoryError failure) {
            return failed(failure);
        }
    }

    private boolean failed(Throwable failure) {
        String work = NbBundle.getMessage(DumpImporter.class, "DumpImporter.work",
            file == null ? "" : file.getName());
        if (!(failure instanceof CancelledException)) {
            report.logIssue(new Issue(Messages.words(work, failure), Issue.Level.SEVERE));
        }
        Messages.failure(work, failure);
        return false;
    }

    private void fill() throws DumpException {
        if (file == null) {
            throw new DumpException(NbBundle.getMessage(DumpImporter.class, "DumpImporter.noFile"));
        }
        ImportChoices wanted = choices == null ? ImportChoices.usual(List.of(file())) : choices;
        List<DumpFile> given = new ArrayList<>();
        for (Path dump : wanted.dumps()) {
            given.add(DumpFile.of(dump));
        }
        OrderedDumps ordered = OrderedDumps.of(given, Heaps.shared(), task);
        List<DumpFile> dumps = ordered.dumps();
        Recipe recipe = wanted.recipe(dumps);
        View view = Views.of(recipe, Heaps.shared().findings(recipe, dumps, task), task);
        ViewContainer.fill(container, view, task);
        container.setMetadata(Arrival.of(view, WorkspaceHeap.of(view, dumps)).expected());
        ImportReport.write(view, ordered, report);
    }

    @Override
    public ContainerLoader getContainer() {
        return container;
    }

    @Override
    public Report getReport() {
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
