package io.github.memdump.gephi.action;

import io.github.memdump.dump.DumpException;
import io.github.memdump.gephi.heap.DumpFile;
import io.github.memdump.gephi.heap.HeapTies;
import io.github.memdump.gephi.heap.WorkspaceHeap;
import io.github.memdump.gephi.importer.DumpChooser;
import io.github.memdump.gephi.task.Messages;
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
        for (DumpFile dump : missing) {
            Optional<DumpFile> beside = beside(dump, found);
            (beside.isPresent() ? beside : located(dump)).ifPresent(found::add);
        }
        for (Workspace each : workspace.getProject().getWorkspaces()) {
            HeapTies.of(each).ifPresent(shown -> locate(each, shown, found));
        }
    }

    /** Puts what was found in place of what is missing, in one workspace; looks beside it for the rest. */
    private static void locate(Workspace workspace, WorkspaceHeap heap, List<DumpFile> found) {
        List<DumpFile> missing = heap.missing();
        List<DumpFile> dumps = new ArrayList<>();
        for (DumpFile dump : heap.dumps()) {
            Optional<DumpFile> same = found.stream().filter(candidate -> candidate.sameDumpAs(dump)).findFirst();
            dumps.add(!missing.contains(dump) ? dump : same.or(() -> beside(dump, found)).orElse(dump));
        }
        if (!dumps.equals(heap.dumps())) {
            HeapTies.tie(workspace, heap.located(dumps));
        }
    }

    /** Looks for a dump in the folders where others were found, by its name, packed or not. */
    private static Optional<DumpFile> beside(DumpFile dump, List<DumpFile> found) {
        for (DumpFile other : found) {
            for (String name : List.of(dump.name(), dump.name() + ".gz", dump.name().replaceFirst("\\.gz$", ""))) {
                try {
                    DumpFile candidate = DumpFile.of(other.path().resolveSibling(name));
                    if (candidate.sameDumpAs(dump)) {
                        return Optional.of(candidate);
                    }
                } catch (DumpException notThere) {
                    continue;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<DumpFile> located(DumpFile dump) {
        List<Path> chosen = DumpChooser.one(
            NbBundle.getMessage(LocateDumps.class, "LocateDumps.choose", dump.name()), dump.path().getParent());
        if (chosen.isEmpty()) {
            return Optional.empty();
        }
        try {
            DumpFile found = DumpFile.of(chosen.get(0));
            if (found.sameDumpAs(dump)) {
                return Optional.of(found);
            }
            Messages.error(NbBundle.getMessage(LocateDumps.class, "LocateDumps.other", found, dump.name()));
        } catch (DumpException unreadable) {
            Messages.error(unreadable.getMessage());
        }
        return Optional.empty();
    }
}
