package io.github.memdump.gephi.window;

import io.github.memdump.gephi.answer.HeapAnswers;
import io.github.memdump.gephi.heap.HeapTies;
import io.github.memdump.gephi.task.Messages;
import java.awt.event.ActionEvent;
import java.awt.event.ActionListener;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionRegistration;
import org.openide.util.NbBundle;

/** Shows what has grown over the dumps behind the current workspace: lines and tables. */
@ActionID(category = "Memdump", id = "io.github.memdump.gephi.window.GrowthTableAction")
@ActionRegistration(displayName = "#GrowthTableAction")
@ActionReference(path = "Menu/Plugins/Memdump", position = 535)
public final class GrowthTableAction implements ActionListener {
    @Override
    public void actionPerformed(ActionEvent event) {
        HeapTies.current().ifPresentOrElse(heap -> new HeapAnswers(heap, InspectObject::inspect).growth(),
            () -> Messages.information(NbBundle.getMessage(GrowthTableAction.class, "ViewMenu.noHeap")));
    }
}
