package io.github.memdump.gephi.window;

import io.github.memdump.gephi.window.object.ObjectTab;
import java.awt.event.ActionEvent;
import java.awt.event.ActionListener;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionRegistration;

/** Opens the Memdump window at the object inspector. */
@ActionID(category = "Memdump", id = "io.github.memdump.gephi.window.ObjectAction")
@ActionRegistration(displayName = "#ObjectAction")
@ActionReference(path = "Menu/Plugins/Memdump", position = 336)
public final class ObjectAction implements ActionListener {
    @Override
    public void actionPerformed(ActionEvent event) {
        MemdumpTopComponent.open(ObjectTab.class);
    }
}
