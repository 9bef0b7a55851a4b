package io.github.memdump.gephi.window;

import io.github.memdump.gephi.window.steps.StepsTab;
import java.awt.event.ActionEvent;
import java.awt.event.ActionListener;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionRegistration;

/** Opens the Memdump window at the steps of the view. */
@ActionID(category = "Memdump", id = "io.github.memdump.gephi.window.StepsAction")
@ActionRegistration(displayName = "#StepsAction")
@ActionReference(path = "Menu/Plugins/Memdump", position = 340)
public final class StepsAction implements ActionListener {
    @Override
    public void actionPerformed(ActionEvent event) {
        MemdumpTopComponent.open(StepsTab.class);
    }
}
