package io.github.memdump.gephi.window.select;

import io.github.memdump.analysis.Findings;
import io.github.memdump.gephi.heap.HeapTies;
import io.github.memdump.gephi.heap.WorkspaceHeap;
import io.github.memdump.gephi.task.Background;
import io.github.memdump.gephi.task.Messages;
import java.awt.EventQueue;
import java.awt.event.ActionEvent;
import java.awt.event.ActionListener;
import java.util.Optional;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionRegistration;
import org.openide.util.NbBundle;

/** Asks which part of the border to keep, by what its objects keep alive, and shows it in a new workspace. */
@ActionID(category = "Memdump", id = "io.github.memdump.gephi.window.select.FilterBorder")
@ActionRegistration(displayName = "#FilterBorder")
@ActionReference(path = "Menu/Plugins/Memdump", position = 305)
public final class FilterBorder implements ActionListener {
    @Override
    public void actionPerformed(ActionEvent event) {
        Optional<WorkspaceHeap> heap = HeapTies.current();
        if (heap.isEmpty() || heap.get().dumps().size() < 2) {
            Messages.information(NbBundle.getMessage(FilterBorder.class, heap.isEmpty() ? "noHeap" : "oneDump"));
            return;
        }
        // Who asks for it has asked for the heap.
        Background.run(NbBundle.getMessage(FilterBorder.class, "FilterBorder.counting"), task -> {
            Findings findings = heap.get().findings(task);
            BorderCounts.of(findings).ifPresent(counts ->
                EventQueue.invokeLater(() -> BorderFilterDialog.show(heap.get(), counts)));
        });
    }
}
