package io.github.memdump.gephi.window;

import io.github.memdump.gephi.window.dominators.MapTab;
import java.awt.event.ActionEvent;
import java.awt.event.ActionListener;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionRegistration;

/** Opens the Memdump window at its map. */
@ActionID(category = "Memdump", id = "io.github.memdump.gephi.window.MapAction")
@ActionRegistration(displayName = "#MapAction")
@ActionReference(path = "Menu/Plugins/Memdump", position = 335)
public final class MapAction implements ActionListener {
    @Override
    public void actionPerformed(ActionEvent event) {
        MemdumpTopComponent.open(MapTab.class);
    }
}
