package io.github.memdump.gephi.workspace;

import io.github.memdump.gephi.heap.DumpFile;
import io.github.memdump.gephi.heap.HeapTies;
import io.github.memdump.gephi.heap.WorkspaceHeap;
import java.util.List;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.gephi.project.api.WorkspaceMetaData;
import org.openide.util.Lookup;

/** The dumps of a workspace found in another place. */
public final class Relocation {
    private Relocation() {
    }

    /**
     * Ties a workspace to its dumps where they are now. Its name, description and source tell the new files, as far as
     * they are those that the view came with: what the user wrote stays.
     */
    public static void of(Workspace workspace, WorkspaceHeap heap, List<DumpFile> dumps) {
        WorkspaceHeap located = heap.located(dumps);
        WorkspaceMetaData told = workspace.getWorkspaceMetadata();
        ViewDescription.renewed(told.getDescription(), located.recipe()).ifPresent(description -> {
            told.setDescription(description);
            told.setTitle(located.recipe().title());
        });
        ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
        if (WorkspaceName.isOf(heap.recipe(), workspace.getName())) {
            projects.renameWorkspace(workspace, WorkspaceName.of(located.recipe(), workspace));
        }
        if (heap.shown().name().equals(workspace.getSource())) {
            projects.setSource(workspace, located.shown().name());
        }
        HeapTies.tie(workspace, located);
    }
}
