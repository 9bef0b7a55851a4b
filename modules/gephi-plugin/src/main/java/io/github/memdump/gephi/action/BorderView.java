package io.github.memdump.gephi.action;

import io.github.memdump.dump.DumpException;
import io.github.memdump.gephi.heap.DumpFile;
import io.github.memdump.gephi.heap.HeapTies;
import io.github.memdump.gephi.heap.Recipes;
import io.github.memdump.gephi.heap.WorkspaceHeap;
import io.github.memdump.gephi.task.Background;
import io.github.memdump.gephi.task.Messages;
import io.github.memdump.gephi.task.TicketTask;
import io.github.memdump.gephi.workspace.ViewWorkspace;
import io.github.memdump.view.Recipe;
import io.github.memdump.view.ViewBudget;
import java.awt.event.ActionEvent;
import java.awt.event.ActionListener;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionRegistration;
import org.openide.util.NbBundle;

/**
 * Shows the border of what came between the two dumps of the current workspace, in a new workspace. Where the
 * workspace has only one dump, asks for the earlier one.
 */
@ActionID(category = "Memdump", id = "io.github.memdump.gephi.action.BorderView")
@ActionRegistration(displayName = "#BorderView", iconBase = "io/github/memdump/gephi/action/border.png")
@ActionReference(path = "Menu/Plugins/Memdump", position = 300)
public final class BorderView implements ActionListener {
    @Override
    public void actionPerformed(ActionEvent event) {
        Optional<WorkspaceHeap> heap = HeapTies.current();
        if (heap.isEmpty()) {
            Messages.information(NbBundle.getMessage(BorderView.class, "noHeap"));
        } else if (heap.get().dumps().size() < 2) {
            CompareWith.compare(heap.get().shown(), heap.get().recipe().budget());
        } else {
            open(heap.get().dumps().get(0).path(), heap.get().shown(), heap.get().recipe().budget());
        }
    }

    /** Shows the border between two dumps in a new workspace; returns at once. */
    public static void open(Path before, DumpFile after, ViewBudget budget) {
        Background.run(NbBundle.getMessage(BorderView.class, "BorderView.work", after.name()), task ->
            show(before, after, budget, task));
    }

    /** Shows the border between two dumps, the earlier of which is the one that they say themselves. */
    static WorkspaceHeap show(Path before, DumpFile after, ViewBudget budget, TicketTask task) throws DumpException {
        if (before.toAbsolutePath().normalize().equals(after.path())) {
            throw new DumpException(NbBundle.getMessage(BorderView.class, "BorderView.same", after.name()));
        }
        return ViewWorkspace.open(List.of(before, after.path()),
            dumps -> Recipes.of(Recipe.Subject.BORDER, dumps, "", budget), task);
    }
}
