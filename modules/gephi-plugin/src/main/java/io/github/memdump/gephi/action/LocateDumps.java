package io.github.memdump.gephi.action;

import io.github.memdump.dump.DumpException;
import io.github.memdump.gephi.heap.DumpFile;
import io.github.memdump.gephi.heap.HeapTies;
import io.github.memdump.gephi.heap.WorkspaceHeap;
import io.github.memdump.gephi.importer.DumpChooser;
import io.github.memdump.gephi.task.Messages;
import io.github.memdump.gephi.workspace.Relocation;
import java.awt.event.ActionEvent;
import java.awt.event.ActionListener;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gephi.project.api.Project;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionRegistration;
import org.openide.util.Lookup;
import org.openide.util.NbBundle;

/** Finds the dumps of the project again after they were moved, those of the current workspace first. */
@ActionID(category = "Memdump", id = "io.github.memdump.gephi.action.LocateDumps")
@ActionRegistration(displayName = "#LocateDumps")
@ActionReference(path = "Menu/Plugins/Memdump", position = 220)
public final class LocateDumps implements ActionListener {
    @Override
    public void actionPerformed(ActionEvent event) {
        Project project = Lookup.getDefault().lookup(ProjectController.class).getCurrentProject();
        List<Workspace> workspaces = project == null ? List.of() : heaps(project);
        if (workspaces.isEmpty()) {
            Messages.information(NbBundle.getMessage(LocateDumps.class, "noHeap"));
            return;
        }
        Set<DumpFile> missing = new LinkedHashSet<>();
        workspaces.forEach(each -> HeapTies.of(each).ifPresent(heap -> missing.addAll(heap.missing())));
        if (missing.isEmpty()) {
            Messages.information(NbBundle.getMessage(LocateDumps.class, "LocateDumps.allThere"));
            return;
        }
        List<DumpFile> found = new ArrayList<>();
        boolean asking = true;
        for (DumpFile dump : missing) {
            Optional<DumpFile> known = found.stream().filter(other -> other.sameDumpAs(dump)).findFirst()
                .or(() -> beside(dump, found));
            known.ifPresent(found::add);
            asking = asking && (known.isPresent() || asks(dump, found));
        }
        for (Workspace each : workspaces) {
            HeapTies.of(each).ifPresent(shown -> locate(each, shown, found));
        }
    }

    /** Returns the workspaces of a project that were made from dumps, the current one first. */
    private static List<Workspace> heaps(Project project) {
        List<Workspace> workspaces = new ArrayList<>(project.getWorkspaces());
        workspaces.sort(Comparator.comparing(each -> each != project.getCurrentWorkspace()));
        workspaces.removeIf(each -> HeapTies.of(each).isEmpty());
        return workspaces;
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
            Relocation.of(workspace, heap, dumps);
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

    /** Asks where a dump is and adds it to what was found; another one is refused. False if the user cancelled. */
    private static boolean asks(DumpFile dump, List<DumpFile> found) {
        List<Path> chosen = DumpChooser.one(
            NbBundle.getMessage(LocateDumps.class, "LocateDumps.choose", dump.name()), dump.path().getParent());
        if (chosen.isEmpty()) {
            return false;
        }
        try {
            DumpFile candidate = DumpFile.of(chosen.get(0));
            if (candidate.sameDumpAs(dump)) {
                found.add(candidate);
            } else {
                Messages.error(NbBundle.getMessage(LocateDumps.class, "LocateDumps.other", candidate, dump.name()));
            }
        } catch (DumpException unreadable) {
            Messages.error(unreadable.getMessage());
        }
        return true;
    }
}
