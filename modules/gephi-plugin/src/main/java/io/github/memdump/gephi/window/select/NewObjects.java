package io.github.memdump.gephi.window.select;

import io.github.memdump.gephi.heap.HeapTies;
import io.github.memdump.gephi.heap.WorkspaceHeap;
import io.github.memdump.gephi.task.Messages;
import io.github.memdump.view.Recipe;
import java.awt.event.ActionEvent;
import java.awt.event.ActionListener;
import java.util.Optional;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionRegistration;
import org.openide.util.NbBundle;

/** Shows what is new in the later dump with its paths from the roots, in a new workspace. */
@ActionID(category = "Memdump", id = "io.github.memdump.gephi.window.select.NewObjects")
@ActionRegistration(displayName = "#NewObjects")
@ActionReference(path = "Menu/Plugins/Memdump", position = 310)
public final class NewObjects implements ActionListener {
    @Override
    public void actionPerformed(ActionEvent event) {
        Optional<WorkspaceHeap> heap = HeapTies.current();
        if (heap.isEmpty() || heap.get().dumps().size() < 2) {
            Messages.information(NbBundle.getMessage(NewObjects.class, heap.isEmpty() ? "noHeap" : "oneDump"));
        } else {
            SelectionViews.open(heap.get(), Recipe.Subject.SELECTION, "new", Recipe.ANY_DEPTH);
        }
    }
}
