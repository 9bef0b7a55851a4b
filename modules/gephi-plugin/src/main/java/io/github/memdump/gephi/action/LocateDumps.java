package io.github.memdump.gephi.action;

import io.github.memdump.dump.DumpException;
import io.github.memdump.gephi.importer.DumpChooser;
import io.github.memdump.gephi.task.Messages;
import io.github.memdump.gephi.workspace.DumpFile;
import io.github.memdump.gephi.workspace.HeapTies;
import io.github.memdump.gephi.workspace.WorkspaceHeap;
import java.awt.event.ActionEvent;
import java.awt.event.ActionListener;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionRegistration;
import org.openide.util.Lookup;
import org.openide.util.NbBundle;

/** Finds the dumps of the current workspace again after they were moved. */
@ActionID(category = "Memdump", id = "io.github.memdump.gephi.action.LocateDumps")
@ActionRegistration(displayName = "#LocateDumps")
@ActionReference(path = "Menu/Plugins/Memdump", position = 220)
public final class LocateDumps implements ActionListener {
    @Override
    public void actionPerformed(ActionEvent event) {
        Workspace workspace = Lookup.getDefault().lookup(ProjectController.class).getCurrentWorkspace();
        Optional<WorkspaceHeap> heap = HeapTies.current();
        if (workspace == null || heap.isEmpty()) {
            Messages.information(NbBundle.getMessage(LocateDumps.class, "noHeap"));
            return;
        }
        List<DumpFile> missing = heap.get().missing();
        if (missing.isEmpty()) {
            Messages.information(NbBundle.getMessage(LocateDumps.class, "LocateDumps.allThere"));
            return;
        }
        List<DumpFile> found = new ArrayList<>();
        for (DumpFile dump : heap.get().dumps()) {
            found.add(missing.contains(dump) ? located(dump).orElse(dump) : dump);
        }
        if (!found.equals(heap.get().dumps())) {
            HeapTies.tie(workspace, heap.get().located(found));
        }
    }

    private static Optional<DumpFile> located(DumpFile dump) {
        List<Path> chosen = DumpChooser.one(
            NbBundle.getMessage(LocateDumps.class, "LocateDumps.choose", dump.name()), dump.path().getParent());
        if (chosen.isEmpty()) {
            return Optional.empty();
        }
        try {
            DumpFile found = DumpFile.of(chosen.get(0));
            if (found.sameContentAs(dump)) {
                return Optional.of(found);
            }
            Messages.error(NbBundle.getMessage(LocateDumps.class, "LocateDumps.other", found, dump.name()));
        } catch (DumpException unreadable) {
            Messages.error(unreadable.getMessage());
        }
        return Optional.empty();
    }
}
