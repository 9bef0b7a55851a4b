package io.github.memdump.gephi.heap;

import java.util.Optional;
import javax.swing.event.ChangeListener;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.project.api.Project;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.openide.util.ChangeSupport;
import org.openide.util.Lookup;

/** Which workspace shows which heap. Thread-safe; listeners are called on the thread that caused the change. */
public final class HeapTies {
    private static final ChangeSupport CHANGES = new ChangeSupport(HeapTies.class);

    private HeapTies() {
    }

    /** Returns the heap behind a workspace, if it was made from a dump. */
    public static Optional<WorkspaceHeap> of(Workspace workspace) {
        return Optional.ofNullable(workspace.getLookup().lookup(WorkspaceHeap.class));
    }

    /** Returns the heap behind the current workspace, if there is one and it was made from a dump. */
    public static Optional<WorkspaceHeap> current() {
        return Optional.ofNullable(projects().getCurrentWorkspace()).flatMap(HeapTies::of);
    }

    /** Returns the heap behind the workspace of a graph, if it was made from a dump. */
    public static Optional<WorkspaceHeap> of(GraphModel graph) {
        return workspace(graph).flatMap(HeapTies::of);
    }

    /** Returns the workspace of the open project that a graph belongs to. */
    public static Optional<Workspace> workspace(GraphModel graph) {
        Project project = projects().getCurrentProject();
        GraphController graphs = Lookup.getDefault().lookup(GraphController.class);
        if (project != null) {
            for (Workspace workspace : project.getWorkspaces()) {
                if (graphs.getGraphModel(workspace) == graph) {
                    return Optional.of(workspace);
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Ties a workspace to a heap, in place of the one that it was tied to: whoever asks meanwhile is told of one of the
     * two, and whoever still holds the old one finds it in memory as long as the new one is the same.
     */
    public static void tie(Workspace workspace, WorkspaceHeap heap) {
        Optional<WorkspaceHeap> old = of(workspace).filter(known -> known != heap);
        workspace.add(heap);
        old.ifPresent(workspace::remove);
        old.filter(last -> !last.loaded().equals(heap.loaded())).ifPresent(WorkspaceHeap::release);
        changed();
    }

    /** Adds a listener to ties made and heaps loaded. */
    public static void addChangeListener(ChangeListener listener) {
        CHANGES.addChangeListener(listener);
    }

    /** Removes a listener. */
    public static void removeChangeListener(ChangeListener listener) {
        CHANGES.removeChangeListener(listener);
    }

    /** Tells the listeners that something about a workspace and its heap has changed. */
    public static void changed() {
        CHANGES.fireChange();
    }

    private static ProjectController projects() {
        return Lookup.getDefault().lookup(ProjectController.class);
    }
}
