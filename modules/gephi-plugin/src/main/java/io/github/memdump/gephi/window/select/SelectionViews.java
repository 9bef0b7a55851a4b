package io.github.memdump.gephi.window.select;

import io.github.memdump.analysis.Findings;
import io.github.memdump.gephi.task.Background;
import io.github.memdump.gephi.task.Messages;
import io.github.memdump.gephi.window.HeapViews;
import io.github.memdump.gephi.workspace.Recipes;
import io.github.memdump.gephi.workspace.ViewSteps;
import io.github.memdump.gephi.workspace.WorkspaceHeap;
import io.github.memdump.view.About;
import io.github.memdump.view.Recipe;
import io.github.memdump.view.Step;
import java.util.List;
import java.util.stream.Collectors;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.openide.util.Lookup;
import org.openide.util.NbBundle;

/** What is done with a selection. Every method returns at once and works in the background. */
final class SelectionViews {
    private SelectionViews() {
    }

    /** Opens a new workspace that shows a subject about a selection, to a depth. */
    static void open(WorkspaceHeap heap, Recipe.Subject subject, String about, int depth) {
        Recipe recipe0 = Recipes.of(subject, heap.dumps(), about, heap.recipe().budget());
        Recipe recipe = subject == Recipe.Subject.SELECTION ? recipe0 : recipe0.toDepth(depth);
        HeapViews.open(heap, recipe);
    }

    /** Opens a new workspace that shows a subject about the whole heap. */
    static void open(WorkspaceHeap heap, Recipe.Subject subject) {
        Recipe recipe = Recipes.of(subject, heap.dumps(), "", heap.recipe().budget());
        HeapViews.open(heap, recipe);
    }

    /** Does a step at those objects of the current view that a selection chooses. */
    static void step(WorkspaceHeap heap, Step.Kind kind, String selection) {
        Workspace workspace = Lookup.getDefault().lookup(ProjectController.class).getCurrentWorkspace();
        if (workspace == null) {
            return;
        }
        Background.run(text("SelectionViews.step"), task -> {
            Findings findings = heap.findings(task);
            List<String> shown = HeapViews.nodes(findings.heap(), About.objects(selection, findings, task)).stream()
                .map(node -> node.getId().toString()).collect(Collectors.toList());
            if (shown.isEmpty()) {
                Messages.information(text("SelectionViews.noneShown"));
            } else {
                Messages.status(ViewSteps.apply(workspace, Step.of(kind, shown), task));
            }
        });
    }

    private static String text(String key, Object... values) {
        return NbBundle.getMessage(SelectionViews.class, key, values);
    }
}
