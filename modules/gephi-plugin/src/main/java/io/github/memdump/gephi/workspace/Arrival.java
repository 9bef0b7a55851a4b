package io.github.memdump.gephi.workspace;

import io.github.memdump.gephi.style.PreviewLook;
import io.github.memdump.view.View;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.gephi.graph.api.Graph;
import org.gephi.graph.api.GraphController;
import org.gephi.io.importer.api.MetadataDraft;
import org.gephi.project.api.Project;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.openide.util.Lookup;
import org.openide.util.NbBundle;
import org.openide.util.RequestProcessor;

/**
 * A view on its way through an import container, as the container's metadata. An importer never sees the workspace
 * that is made of what it imports; but the workspace receives this description, by which it is found and tied to its
 * heap. As nothing but the container holds an arrival, the heap of an import that the user gives up is let go with it.
 */
public final class Arrival implements MetadataDraft {
    private static final RequestProcessor WATCH = new RequestProcessor("Memdump arrivals", 1, false, false);
    private static final int PAUSE_MILLIS = 250;
    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(5);

    private final WorkspaceHeap heap;
    private final int nodes;
    private final String description;

    private Arrival(WorkspaceHeap heap, int nodes) {
        this.heap = heap;
        this.nodes = nodes;
        this.description = NbBundle.getMessage(Arrival.class, "Arrival.description", heap.recipe().title(),
            EquivalentCommand.of(heap.recipe()).orElse(""), LocalDateTime.now().truncatedTo(ChronoUnit.MILLIS));
    }

    /** Returns the arrival of a view. */
    public static Arrival of(View view, WorkspaceHeap heap) {
        return new Arrival(heap, view.nodes().size());
    }

    /** Returns the same title and description for a container that is processed here and now. */
    MetadataDraft withoutWatch() {
        return MetadataDraft.builder().title(getTitle()).description(description).build();
    }

    @Override
    public String getTitle() {
        return heap.recipe().title();
    }

    /** Returns the description; that somebody asks for it says that a workspace is being made. */
    @Override
    public String getDescription() {
        long until = System.nanoTime() + PATIENCE;
        WATCH.schedule(() -> await(until, 0), PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        return description;
    }

    /** Edges come after the nodes, and how many of them Gephi takes is the user's choice: wait until no more come. */
    private void await(long until, int edgesBefore) {
        Optional<Workspace> workspace = made();
        int edges = workspace.map(found -> graph(found).getEdgeCount()).orElse(0);
        boolean settled = workspace.isPresent() && edges == edgesBefore && settle();
        if (!settled && System.nanoTime() < until) {
            WATCH.schedule(() -> await(until, edges), PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /**
     * Ties the workspace that bears this description to the heap, names it after the recipe and brings the graph into
     * sight, once all its nodes are there.
     *
     * @return whether the workspace was found
     */
    public boolean settle() {
        Optional<Workspace> workspace = made();
        workspace.filter(found -> HeapTies.of(found).isEmpty()).ifPresent(found -> {
            Lookup.getDefault().lookup(ProjectController.class).renameWorkspace(found, heap.recipe().title());
            HeapTies.tie(found, heap);
            PreviewLook.apply(found);
            GraphWindow.show();
        });
        return workspace.isPresent();
    }

    private Optional<Workspace> made() {
        Project project = Lookup.getDefault().lookup(ProjectController.class).getCurrentProject();
        return project == null ? Optional.empty() : project.getWorkspaces().stream()
            .filter(workspace -> description.equals(workspace.getWorkspaceMetadata().getDescription()))
            .filter(workspace -> graph(workspace).getNodeCount() >= nodes).findFirst();
    }

    private static Graph graph(Workspace workspace) {
        return Lookup.getDefault().lookup(GraphController.class).getGraphModel(workspace).getGraph();
    }
}
