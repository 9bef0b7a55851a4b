package io.github.memdump.gephi.layout;

import io.github.memdump.gephi.style.NodeLabels;
import io.github.memdump.gephi.task.Background;
import io.github.memdump.gephi.task.Messages;
import io.github.memdump.gephi.workspace.GraphWindow;
import io.github.memdump.view.layout.TreeShape;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.project.api.ProjectController;
import org.openide.util.Lookup;
import org.openide.util.NbBundle;

/** Lays the visible graph of the current workspace out as a heap tree, in the background. */
final class HeapTreeAction {
    private HeapTreeAction() {
    }

    static void run(TreeShape shape) {
        if (Lookup.getDefault().lookup(ProjectController.class).getCurrentWorkspace() == null) {
            Messages.information(NbBundle.getMessage(HeapTreeAction.class, "HeapTreeAction.noGraph"));
            return;
        }
        GraphModel model = Lookup.getDefault().lookup(GraphController.class).getGraphModel();
        String name = NbBundle.getMessage(HeapTreeAction.class, "HeapTreeBuilder");
        Background.run(name, task -> {
            HeapTree tree = HeapTree.of(model, TreeOptions.DEFAULT.shaped(shape), task);
            tree.arrive();
            NodeLabels.draw(model);
            GraphWindow.show();
            Messages.status(NbBundle.getMessage(HeapTreeAction.class, "HeapTreeAction.done", tree.size()));
        });
    }
}
