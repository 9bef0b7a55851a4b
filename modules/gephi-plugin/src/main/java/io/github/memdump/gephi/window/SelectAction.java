package io.github.memdump.gephi.window;

import io.github.memdump.gephi.window.select.SelectTab;
import java.awt.event.ActionEvent;
import java.awt.event.ActionListener;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionRegistration;

/** Opens the Memdump window at the selection box. */
@ActionID(category = "Memdump", id = "io.github.memdump.gephi.window.SelectAction")
@ActionRegistration(displayName = "#SelectAction")
@ActionReference(path = "Menu/Plugins/Memdump", position = 338)
public final class SelectAction implements ActionListener {
    @Override
    public void actionPerformed(ActionEvent event) {
        MemdumpTopComponent.open(SelectTab.class);
    }
}
