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

/** Shows the whole heap after the common cleanup, in a new workspace. */
@ActionID(category = "Memdump", id = "io.github.memdump.gephi.window.select.CommonCleanup")
@ActionRegistration(displayName = "#CommonCleanup")
@ActionReference(path = "Menu/Plugins/Memdump", position = 320)
public final class CommonCleanupAction implements ActionListener {
    @Override
    public void actionPerformed(ActionEvent event) {
        Optional<WorkspaceHeap> heap = HeapTies.current();
        if (heap.isEmpty()) {
            Messages.information(NbBundle.getMessage(CommonCleanupAction.class, "noHeap"));
        } else {
            SelectionViews.open(heap.get(), Recipe.Subject.HEAP);
        }
    }
}
