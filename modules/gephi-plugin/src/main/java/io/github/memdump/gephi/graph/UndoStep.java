package io.github.memdump.gephi.graph;

import java.awt.event.ActionEvent;
import java.awt.event.ActionListener;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionReferences;
import org.openide.awt.ActionRegistration;

/** Takes back the last step of the view in the current workspace. */
@ActionID(category = "Memdump", id = "io.github.memdump.gephi.graph.UndoStep")
@ActionRegistration(displayName = "#UndoStep", iconBase = "io/github/memdump/gephi/graph/undo.png")
@ActionReferences({
    @ActionReference(path = "Menu/Plugins/Memdump", position = 350),
    @ActionReference(path = "Shortcuts", name = "DS-Z")})
public final class UndoStep implements ActionListener {
    @Override
    public void actionPerformed(ActionEvent event) {
        StepRun.undo();
    }
}
