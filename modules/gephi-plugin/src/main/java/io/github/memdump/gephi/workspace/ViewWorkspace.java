package io.github.memdump.gephi.workspace;

import io.github.memdump.analysis.Findings;
import io.github.memdump.dump.DumpException;
import io.github.memdump.gephi.heap.DumpFile;
import io.github.memdump.gephi.heap.Heaps;
import io.github.memdump.gephi.heap.MemoryNeeded;
import io.github.memdump.gephi.heap.OrderedDumps;
import io.github.memdump.gephi.heap.WorkspaceHeap;
import io.github.memdump.gephi.task.Messages;
import io.github.memdump.gephi.task.TicketTask;
import io.github.memdump.view.Recipe;
import io.github.memdump.view.View;
import io.github.memdump.view.assembly.Views;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.importer.api.Report;
import org.gephi.io.processor.spi.Processor;
import org.gephi.project.api.Workspace;
import org.openide.util.Lookup;

/** Makes a new workspace of a recipe, on the same way that imported files take. Not for the event thread. */
public final class ViewWorkspace {
    private ViewWorkspace() {
    }

    /**
     * Opens a new workspace that shows dumps in the order in which they were made, whatever order they are given in;
     * where that is another one, a notification says so.
     *
     * @param recipe returns what to show of the dumps, the earliest first
     * @throws DumpException                             if a dump cannot be read
     * @throws io.github.memdump.task.CancelledException if the task is cancelled; there is no workspace then
     */
    public static WorkspaceHeap open(List<Path> given, Function<List<DumpFile>, Recipe> recipe, TicketTask task)
            throws DumpException {
        List<DumpFile> files = new ArrayList<>();
        for (Path dump : given) {
            files.add(DumpFile.of(dump));
        }
        OrderedDumps ordered = OrderedDumps.of(files, Heaps.shared(), task);
        WorkspaceHeap heap = open(recipe.apply(ordered.dumps()), ordered.dumps(), task);
        ordered.remark().ifPresent(remark -> Messages.remark(heap.recipe().title(), remark));
        return heap;
    }

    /**
     * Opens a new workspace, in a new project if none is open, that shows what the recipe describes.
     *
     * @throws DumpException                             if a dump cannot be read
     * @throws io.github.memdump.task.CancelledException if the task is cancelled; there is no workspace then
     */
    public static WorkspaceHeap open(Recipe recipe, List<DumpFile> dumps, TicketTask task) throws DumpException {
        Findings findings = Heaps.shared().findings(recipe, dumps, task);
        MemoryNeeded.requireForView(findings.heap());
        View view = Views.of(recipe, findings, task);
        WorkspaceHeap heap = WorkspaceHeap.of(view, dumps);
        Container container = Lookup.getDefault().lookup(Container.Factory.class).newContainer();
        container.setReport(new Report());
        container.setSource(heap.shown().name());
        ViewContainer.fill(container.getLoader(), view, task);
        Arrival arrival = Arrival.of(view, heap);
        container.getLoader().setMetadata(arrival);
        task.phase(recipe.title(), 0);
        GraphWindowStart.await();
        process(container);
        arrival.settle();
        return heap;
    }

    /**
     * Makes a workspace of what a container holds, in a new project where there is none. Asked by name, for Gephi 0.10
     * returns nothing and 0.11 the workspace, which are two methods for compiled code.
     */
    private static void process(Container container) {
        try {
            ImportController.class.getMethod("process", Container.class, Processor.class, Workspace.class)
                .invoke(Lookup.getDefault().lookup(ImportController.class), container,
                    Lookup.getDefault().lookup(Processor.class), null);
        } catch (InvocationTargetException failed) {
            if (failed.getCause() instanceof Error) {
                throw (Error) failed.getCause();
            }
            throw (RuntimeException) failed.getCause();
        } catch (ReflectiveOperationException absent) {
            throw new IllegalStateException("This Gephi makes workspaces in another way", absent);
        }
    }
}
