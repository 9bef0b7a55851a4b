package io.github.memdump.gephi.graph;

import io.github.memdump.gephi.task.Background;
import io.github.memdump.gephi.task.Messages;
import io.github.memdump.gephi.workspace.ViewSteps;
import io.github.memdump.view.Step;
import java.util.Optional;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.openide.util.Lookup;
import org.openide.util.NbBundle;

/** Does a step in the current workspace, or takes one back, with progress, and says what has changed. */
public final class StepRun {
    private StepRun() {
    }

    /** Starts a step; returns at once. */
    public static void start(Step step) {
        String name = NbBundle.getMessage(StepRun.class, "Step." + step.kind());
        workspace().ifPresent(workspace -> Background.run(name, task ->
            Messages.status(name + ": " + ViewSteps.apply(workspace, step, task))));
    }

    /** Starts to take the last step back; returns at once. */
    public static void undo() {
        String name = NbBundle.getMessage(StepRun.class, "UndoStep.work");
        workspace().ifPresent(workspace -> Background.run(name, task ->
            Messages.status(name + ": " + ViewSteps.undo(workspace, task))));
    }

    /** Starts to do the step again that was taken back last; returns at once. */
    public static void redo() {
        String name = NbBundle.getMessage(StepRun.class, "RedoStep.work");
        workspace().ifPresent(workspace -> Background.run(name, task ->
            Messages.status(name + ": " + ViewSteps.redo(workspace, task))));
    }

    private static Optional<Workspace> workspace() {
        return Optional.ofNullable(Lookup.getDefault().lookup(ProjectController.class).getCurrentWorkspace());
    }
}
