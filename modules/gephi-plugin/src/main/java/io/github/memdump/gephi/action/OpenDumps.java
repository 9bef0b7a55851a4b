package io.github.memdump.gephi.action;

import io.github.memdump.gephi.importer.DumpChooser;
import io.github.memdump.gephi.importer.DumpsDialog;
import java.awt.event.ActionEvent;
import java.awt.event.ActionListener;
import java.nio.file.Path;
import java.util.List;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionReferences;
import org.openide.awt.ActionRegistration;
import org.openide.util.NbBundle;

/** Opens one dump, or two to compare, straight from their archives. */
@ActionID(category = "Memdump", id = "io.github.memdump.gephi.action.OpenDumps")
@ActionRegistration(displayName = "#OpenDumps", iconBase = "io/github/memdump/gephi/action/open.png")
@ActionReferences({
    @ActionReference(path = "Menu/Plugins/Memdump", position = 100),
    @ActionReference(path = "Shortcuts", name = "DS-O")})
public final class OpenDumps implements ActionListener {
    @Override
    public void actionPerformed(ActionEvent event) {
        List<Path> dumps = DumpChooser.several(NbBundle.getMessage(OpenDumps.class, "OpenDumps.choose"));
        if (!dumps.isEmpty()) {
            DumpsDialog.open(dumps);
        }
    }
}
