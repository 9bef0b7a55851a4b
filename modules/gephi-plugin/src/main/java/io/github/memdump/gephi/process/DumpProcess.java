package io.github.memdump.gephi.process;

import java.awt.event.ActionEvent;
import java.awt.event.ActionListener;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionReferences;
import org.openide.awt.ActionRegistration;

/** Takes a dump of a running Ruby process and opens it. */
@ActionID(category = "Memdump", id = "io.github.memdump.gephi.process.DumpProcess")
@ActionRegistration(displayName = "#DumpProcess", iconBase = "io/github/memdump/gephi/process/process.png")
@ActionReferences({
    @ActionReference(path = "Menu/File", position = 690),
    @ActionReference(path = "Menu/Plugins/Memdump", position = 110)
})
public final class DumpProcess implements ActionListener {
    private static final long NONE = -1;

    @Override
    public void actionPerformed(ActionEvent event) {
        ProcessDialog.open(new LiveRubyProcesses(), NONE);
    }
}
