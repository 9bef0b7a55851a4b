package io.github.memdump.gephi.workspace;

import io.github.memdump.gephi.heap.HeapTies;
import io.github.memdump.gephi.task.Messages;
import io.github.memdump.gephi.task.Remedy;
import java.lang.ref.WeakReference;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.gephi.graph.api.Graph;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.Node;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.openide.util.Lookup;
import org.openide.util.NbBundle;
import org.openide.util.RequestProcessor;

/**
 * Notices that a view was added to the graph of another heap, which Gephi's import dialog offers, says what that means
 * and offers to take it out again. Gephi tells nobody of it, so the graph is looked at until the import is over.
 */
final class Appended {
    private static final RequestProcessor LOOKING = new RequestProcessor("Memdump appended views", 1);
    private static final int PAUSE_MILLIS = 1_000;
    private static final int LOOKS = 600;

    private final WeakReference<Object> arrival;
    private final WeakReference<Workspace> workspace;
    private final Set<String> view;
    private final Set<String> before;
    private final String title;

    private Appended(Object arrival, Workspace workspace, Set<String> view, Set<String> before, String title) {
        this.arrival = new WeakReference<>(arrival);
        this.workspace = new WeakReference<>(workspace);
        this.view = view;
        this.before = before;
        this.title = title;
    }

    /** Watches the current workspace, if it has a heap, as long as an import holds its arrival. */
    static void watch(Object arrival, Set<String> view, String title) {
        Workspace current = Lookup.getDefault().lookup(ProjectController.class).getCurrentWorkspace();
        if (current != null && HeapTies.of(current).isPresent()) {
            Set<String> before = ids(graph(current));
            if (!before.containsAll(view)) {
                new Appended(arrival, current, view, before, title).look(LOOKS);
            }
        }
    }

    private void look(int left) {
        LOOKING.schedule(() -> {
            Workspace watched = workspace.get();
            boolean isOver = arrival.get() == null || left == 0;
            if (watched == null) {
                return;
            }
            if (isAppended(graph(watched), view)) {
                tell(watched);
            } else if (!isOver) {
                look(left - 1);
            }
        }, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Returns whether all nodes of a view are in a graph. */
    static boolean isAppended(Graph graph, Set<String> view) {
        return graph.getNodeCount() >= view.size() && ids(graph).containsAll(view);
    }

    private void tell(Workspace watched) {
        String shown = HeapTies.of(watched).map(heap -> heap.recipe().title()).orElse("");
        Messages.remark(text("Appended"), text("Appended.sentence", title, shown),
            Remedy.of(text("Appended.remove"), () -> LOOKING.post(() -> Optional.ofNullable(workspace.get())
                .ifPresent(found -> remove(graph(found), before)))));
    }

    /** Takes out all nodes that were not there before. */
    static void remove(Graph graph, Set<String> before) {
        for (Node node : graph.getNodes().toArray()) {
            if (!before.contains(String.valueOf(node.getId()))) {
                graph.removeNode(node);
            }
        }
    }

    private static Set<String> ids(Graph graph) {
        Set<String> ids = new HashSet<>();
        for (Node node : graph.getNodes().toArray()) {
            ids.add(String.valueOf(node.getId()));
        }
        return ids;
    }

    private static Graph graph(Workspace of) {
        return Lookup.getDefault().lookup(GraphController.class).getGraphModel(of).getGraph();
    }

    private static String text(String key, Object... values) {
        return NbBundle.getMessage(Appended.class, key, values);
    }
}
