package io.github.memdump.gephi.layout;

import io.github.memdump.view.layout.TreeShape;
import java.awt.event.ActionEvent;
import java.awt.event.ActionListener;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionRegistration;

/** Heap tree from the middle outwards. */
@ActionID(category = "Memdump", id = "io.github.memdump.gephi.layout.RadialHeapTree")
@ActionRegistration(displayName = "#RadialHeapTree", iconBase = "io/github/memdump/gephi/layout/tree.png")
@ActionReference(path = "Menu/Plugins/Memdump", position = 425)
public final class RadialHeapTree implements ActionListener {
    @Override
    public void actionPerformed(ActionEvent event) {
        HeapTreeAction.run(TreeShape.RADIAL);
    }
}
