package io.github.memdump.gephi.workspace;

import io.github.memdump.gephi.heap.HeapTies;
import io.github.memdump.gephi.heap.WorkspaceHeap;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.gephi.graph.api.Graph;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.Node;
import org.gephi.project.api.Workspace;
import org.gephi.project.api.WorkspaceListener;
import org.openide.util.Lookup;
import org.openide.util.RequestProcessor;
import org.openide.util.lookup.ServiceProvider;

/**
 * Lets the heap follow the graph: where Gephi makes a new workspace of a filtered graph or of what is selected, all its
 * nodes are nodes of the workspace that one came from, and nothing else tells of which dump they are.
 */
@ServiceProvider(service = WorkspaceListener.class)
public final class FilteredExports implements WorkspaceListener {
    private static final RequestProcessor LOOKING = new RequestProcessor("Memdump exported graphs", 1);
    private static final int PAUSE_MILLIS = 300;
    private static final int PATIENCE = 20;

    private volatile Workspace last;

    @Override
    public void initialize(Workspace workspace) {
        Workspace from = last;
        if (from != null && HeapTies.of(workspace).isEmpty()) {
            LOOKING.schedule(() -> look(from, workspace, PATIENCE), PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** Nodes come after the workspace: looks until there are some. */
    private static void look(Workspace from, Workspace to, int patience) {
        if (HeapTies.of(to).isPresent() || patience == 0) {
            return;
        }
        if (!follow(from, to)) {
            LOOKING.schedule(() -> look(from, to, patience - 1), PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /**
     * Ties a workspace to the heap of another if all its nodes are there too; returns whether it has nodes at all. What
     * comes through an import, as our own views do, may show the same nodes but describes itself.
     */
    static boolean follow(Workspace from, Workspace to) {
        GraphController graphs = Lookup.getDefault().lookup(GraphController.class);
        Graph graph = graphs.getGraphModel(to).getGraph();
        Graph origin = graphs.getGraphModel(from).getGraph();
        Node[] nodes = graph.getNodes().toArray();
        boolean known = nodes.length > 0 && graph != origin && to.getWorkspaceMetadata().getDescription().isEmpty();
        for (Node node : nodes) {
            known &= origin.getNode(node.getId()) != null;
        }
        Optional<WorkspaceHeap> heap = HeapTies.of(from);
        if (known && heap.isPresent() && HeapTies.of(to).isEmpty()) {
            HeapTies.tie(to, heap.get().again());
        }
        return nodes.length > 0;
    }

    @Override
    public void select(Workspace workspace) {
        last = HeapTies.of(workspace).isPresent() ? workspace : last;
    }

    @Override
    public void unselect(Workspace workspace) {
        last = HeapTies.of(workspace).isPresent() ? workspace : last;
    }

    @Override
    public void close(Workspace workspace) {
        last = last == workspace ? null : last;
    }

    @Override
    public void disable() {
        last = null;
    }
}
