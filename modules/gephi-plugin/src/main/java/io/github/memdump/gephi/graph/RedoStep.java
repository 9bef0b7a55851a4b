package io.github.memdump.gephi.graph;

import java.awt.event.ActionEvent;
import java.awt.event.ActionListener;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionReferences;
import org.openide.awt.ActionRegistration;

/** Does the step again that was taken back last in the current workspace. */
@ActionID(category = "Memdump", id = "io.github.memdump.gephi.graph.RedoStep")
@ActionRegistration(displayName = "#RedoStep")
@ActionReferences({
    @ActionReference(path = "Menu/Plugins/Memdump", position = 351),
    @ActionReference(path = "Shortcuts", name = "DS-Y")})
public final class RedoStep implements ActionListener {
    @Override
    public void actionPerformed(ActionEvent event) {
        StepRun.redo();
    }
}
