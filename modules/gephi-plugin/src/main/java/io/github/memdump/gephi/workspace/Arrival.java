package io.github.memdump.gephi.workspace;

import io.github.memdump.gephi.heap.HeapTies;
import io.github.memdump.gephi.heap.WorkspaceHeap;
import io.github.memdump.gephi.style.NodeLabels;
import io.github.memdump.gephi.style.PreviewLook;
import io.github.memdump.view.View;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.gephi.graph.api.Graph;
import org.gephi.graph.api.GraphController;
import org.gephi.io.importer.api.MetadataDraft;
import org.gephi.project.api.Project;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.gephi.project.api.WorkspaceListener;
import org.openide.util.Lookup;
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
    private final AtomicBoolean watched = new AtomicBoolean();

    private Arrival(WorkspaceHeap heap, int nodes) {
        this.heap = heap;
        this.nodes = nodes;
        this.description = ViewDescription.of(heap.recipe());
    }

    /** Returns the arrival of a view. */
    public static Arrival of(View view, WorkspaceHeap heap) {
        Arrival arrival = new Arrival(heap, view.nodes().size());
        Appended.watch(arrival, view.nodes().stream().map(view::id).collect(Collectors.toSet()),
            heap.recipe().title());
        return arrival;
    }

    @Override
    public String getTitle() {
        return heap.recipe().title();
    }

    @Override
    public String getDescription() {
        return description;
    }

    /** Waits for the workspace: looks for it whenever one is made or opened, as long as a container holds this. */
    public Arrival expected() {
        Expected.add(this);
        return this;
    }

    /** The arrivals that wait for their workspaces, held weakly, and what wakes them. */
    private static final class Expected implements WorkspaceListener {
        private static final Set<Arrival> ALL = Collections.newSetFromMap(new WeakHashMap<>());
        private static boolean listens;

        static synchronized void add(Arrival arrival) {
            if (!listens) {
                listens = true;
                Lookup.getDefault().lookup(ProjectController.class).addWorkspaceListener(new Expected());
            }
            ALL.add(arrival);
        }

        static synchronized void remove(Arrival arrival) {
            ALL.remove(arrival);
        }

        private static synchronized List<Arrival> all() {
            return new ArrayList<>(ALL);
        }

        @Override
        public void initialize(Workspace workspace) {
            all().forEach(Arrival::watch);
        }

        @Override
        public void select(Workspace workspace) {
            all().forEach(Arrival::watch);
        }

        @Override
        public void unselect(Workspace workspace) {
            // Nothing comes.
        }

        @Override
        public void close(Workspace workspace) {
            // Nothing comes.
        }

        @Override
        public void disable() {
            // Nothing comes.
        }
    }

    private void watch() {
        if (watched.compareAndSet(false, true)) {
            long until = System.nanoTime() + PATIENCE;
            WATCH.schedule(() -> await(until, 0), PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** Edges come after the nodes, and how many of them Gephi takes is the user's choice: wait until no more come. */
    private void await(long until, int edgesBefore) {
        Optional<Workspace> workspace = made();
        int edges = workspace.map(found -> graph(found).getEdgeCount()).orElse(0);
        boolean settled = workspace.isPresent() && edges == edgesBefore && settle();
        if (settled) {
            Expected.remove(this);
        } else if (System.nanoTime() < until) {
            WATCH.schedule(() -> await(until, edges), PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        } else {
            watched.set(false);
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
            Lookup.getDefault().lookup(ProjectController.class)
                .renameWorkspace(found, WorkspaceName.of(heap.recipe(), found));
            HeapTies.tie(found, heap);
            NodeLabels.draw(graph(found).getModel());
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
