package io.github.memdump.gephi.layout;

import io.github.memdump.view.layout.TreeShape;
import java.awt.event.ActionEvent;
import java.awt.event.ActionListener;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionRegistration;

/** Heap tree from the top down. */
@ActionID(category = "Memdump", id = "io.github.memdump.gephi.layout.LayeredHeapTree")
@ActionRegistration(displayName = "#LayeredHeapTree", iconBase = "io/github/memdump/gephi/layout/tree.png")
@ActionReference(path = "Menu/Plugins/Memdump", position = 420)
public final class LayeredHeapTree implements ActionListener {
    @Override
    public void actionPerformed(ActionEvent event) {
        HeapTreeAction.run(TreeShape.LAYERED);
    }
}
