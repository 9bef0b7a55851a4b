package io.github.memdump.gephi.tab;

import io.github.memdump.analysis.Findings;
import io.github.memdump.gephi.canvas.Highlight;
import io.github.memdump.gephi.heap.ObjectsByIdentity;
import io.github.memdump.gephi.heap.Recipes;
import io.github.memdump.gephi.heap.WorkspaceHeap;
import io.github.memdump.gephi.task.Background;
import io.github.memdump.gephi.task.Messages;
import io.github.memdump.gephi.workspace.ViewSteps;
import io.github.memdump.gephi.workspace.ViewWorkspace;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.view.Recipe;
import io.github.memdump.view.Step;
import io.github.memdump.view.SubjectText;
import java.util.ArrayList;
import java.util.List;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.Node;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.openide.util.Lookup;
import org.openide.util.NbBundle;

/** What the rows of the tables do on the heap. Every method returns at once and works in the background. */
public final class HeapViews {
    private HeapViews() {
    }

    /** Opens a new workspace that shows a subject about a selection or an object. */
    public static void open(WorkspaceHeap heap, Recipe.Subject subject, String about) {
        open(heap, Recipes.like(heap.recipe(), subject, heap.dumps(), about));
    }

    /** Opens a new workspace that shows what a recipe over the dumps of a heap describes. */
    public static void open(WorkspaceHeap heap, Recipe recipe) {
        Background.run(text("HeapViews.opening", recipe.title()),
            task -> {
                ViewWorkspace.open(recipe, heap.dumps(), task);
                // Gephi would go on showing everything pale that was not selected in the graph before.
                Highlight.end();
            });
    }

    /** Does a step at an object in the view of the current workspace, if it shows this heap. */
    public static void step(Step.Kind kind, String identity) {
        Workspace workspace = Lookup.getDefault().lookup(ProjectController.class).getCurrentWorkspace();
        if (workspace != null) {
            Background.run(text("HeapViews.step"),
                task -> Messages.status(ViewSteps.apply(workspace, Step.of(kind, List.of(identity)), task)));
        }
    }

    /** Selects the nodes of the current graph whose objects a selection chooses. */
    public static void select(WorkspaceHeap heap, String selection) {
        Background.run(text("HeapViews.selecting"), task -> {
            Findings findings = heap.findings(task);
            NodeSet objects = SubjectText.objects(selection, findings, task);
            List<Node> nodes = nodes(findings.heap(), objects);
            if (nodes.isEmpty()) {
                Messages.status(text("HeapViews.none", objects.size()));
                return;
            }
            Highlight.show(nodes);
            Messages.status(text("HeapViews.selected", nodes.size(), objects.size()));
        });
    }

    /** Returns the nodes of the current graph that stand for some objects. */
    public static List<Node> nodes(Heap heap, NodeSet objects) {
        List<Node> found = new ArrayList<>();
        for (Node node : Lookup.getDefault().lookup(GraphController.class).getGraphModel().getGraph().getNodes()
            .toArray()) {
            int object = ObjectsByIdentity.of(heap, node.getId().toString());
            if (object != Heap.NO_OBJECT && objects.contains(object)) {
                found.add(node);
            }
        }
        return found;
    }

    private static String text(String key, Object... values) {
        return NbBundle.getMessage(HeapViews.class, key, values);
    }
}
