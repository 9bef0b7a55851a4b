package io.github.memdump.gephi.heap;

import org.gephi.project.api.Workspace;
import org.gephi.project.api.WorkspaceListener;
import org.openide.util.lookup.ServiceProvider;

/** Lets go of the heap of a workspace that closes: Gephi keeps closed workspaces of projects that it remembers. */
@ServiceProvider(service = WorkspaceListener.class)
public final class HeapRelease implements WorkspaceListener {
    @Override
    public void initialize(Workspace workspace) {
    }

    @Override
    public void select(Workspace workspace) {
    }

    @Override
    public void unselect(Workspace workspace) {
    }

    @Override
    public void close(Workspace workspace) {
        HeapTies.of(workspace).ifPresent(WorkspaceHeap::release);
        HeapTies.changed();
    }

    @Override
    public void disable() {
    }
}
