package io.github.memdump.gephi.window.select;

import io.github.memdump.gephi.graph.StepRun;
import io.github.memdump.gephi.heap.Recipes;
import io.github.memdump.gephi.heap.WorkspaceHeap;
import io.github.memdump.gephi.tab.HeapViews;
import io.github.memdump.gephi.task.Messages;
import io.github.memdump.view.Recipe;
import io.github.memdump.view.Step;
import io.github.memdump.view.SubjectText;
import org.openide.DialogDisplayer;
import org.openide.NotifyDescriptor;
import org.openide.util.NbBundle;

/** What is done with a selection. Every method returns at once and works in the background. */
final class SelectionViews {
    private SelectionViews() {
    }

    /** Opens a new workspace that shows a subject about a selection, to a depth. */
    static void open(WorkspaceHeap heap, Recipe.Subject subject, String about, int depth) {
        Recipe recipe0 = Recipes.like(heap.recipe(), subject, heap.dumps(), about);
        Recipe recipe = subject == Recipe.Subject.SELECTION ? recipe0 : recipe0.toDepth(depth);
        HeapViews.open(heap, recipe);
    }

    /** Opens a new workspace that shows a subject about the whole heap. */
    static void open(WorkspaceHeap heap, Recipe.Subject subject) {
        Recipe recipe = Recipes.like(heap.recipe(), subject, heap.dumps(), "");
        HeapViews.open(heap, recipe);
    }

    /** Does a step at those objects of the current view that a selection chooses. */
    static void step(Step.Kind kind, String selection) {
        StepRun.start(Step.where(kind, SubjectText.selection(selection)));
    }

    /** Asks how small, and takes such parts out of the current view. */
    static void removeSmallParts() {
        NotifyDescriptor.InputLine question = new NotifyDescriptor.InputLine(
            NbBundle.getMessage(SelectionViews.class, "SelectionViews.small"),
            NbBundle.getMessage(SelectionViews.class, "SelectionViews.small.title"));
        question.setInputText("10");
        if (DialogDisplayer.getDefault().notify(question) == NotifyDescriptor.OK_OPTION) {
            String answer = question.getInputText().trim();
            if (answer.matches("[1-9][0-9]{0,8}")) {
                StepRun.start(Step.of(Step.Kind.REMOVE_SMALL, Integer.parseInt(answer)));
            } else {
                Messages.error(NbBundle.getMessage(SelectionViews.class, "SelectionViews.small.wrong", answer));
            }
        }
    }
}
