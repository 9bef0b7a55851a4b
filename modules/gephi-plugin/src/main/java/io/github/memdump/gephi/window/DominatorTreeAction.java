package io.github.memdump.gephi.window;

import io.github.memdump.gephi.window.dominators.DominatorTab;
import java.awt.event.ActionEvent;
import java.awt.event.ActionListener;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionRegistration;

/** Opens the Memdump window at its dominator tree. */
@ActionID(category = "Memdump", id = "io.github.memdump.gephi.window.DominatorTreeAction")
@ActionRegistration(displayName = "#DominatorTreeAction")
@ActionReference(path = "Menu/Plugins/Memdump", position = 334)
public final class DominatorTreeAction implements ActionListener {
    @Override
    public void actionPerformed(ActionEvent event) {
        MemdumpTopComponent.open(DominatorTab.class);
    }
}
