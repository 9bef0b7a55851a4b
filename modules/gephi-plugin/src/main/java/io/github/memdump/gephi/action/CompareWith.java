package io.github.memdump.gephi.action;

import io.github.memdump.gephi.heap.DumpFile;
import io.github.memdump.gephi.heap.HeapTies;
import io.github.memdump.gephi.heap.WorkspaceHeap;
import io.github.memdump.gephi.importer.DumpChooser;
import io.github.memdump.gephi.task.Messages;
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

/** Compares the dump of the current workspace with an earlier one and shows the border in a new workspace. */
@ActionID(category = "Memdump", id = "io.github.memdump.gephi.action.CompareWith")
@ActionRegistration(displayName = "#CompareWith", iconBase = "io/github/memdump/gephi/action/compare.png")
@ActionReference(path = "Menu/Plugins/Memdump", position = 200)
public final class CompareWith implements ActionListener {
    @Override
    public void actionPerformed(ActionEvent event) {
        Optional<WorkspaceHeap> heap = HeapTies.current();
        if (heap.isEmpty()) {
            Messages.information(NbBundle.getMessage(CompareWith.class, "noHeap"));
            return;
        }
        compare(heap.get().shown(), heap.get().recipe().budget());
    }

    /** Asks for the earlier dump and shows the border. */
    public static void compare(DumpFile after, ViewBudget budget) {
        List<Path> before = DumpChooser.one(
            NbBundle.getMessage(CompareWith.class, "CompareWith.choose", after.name()), after.path().getParent());
        if (!before.isEmpty()) {
            BorderView.open(before.get(0), after, budget);
        }
    }
}
