package io.github.memdump.gephi.workspace;

import io.github.memdump.analysis.Findings;
import io.github.memdump.dump.DumpException;
import io.github.memdump.gephi.canvas.Highlight;
import io.github.memdump.gephi.heap.HeapTies;
import io.github.memdump.gephi.heap.WorkspaceHeap;
import io.github.memdump.gephi.style.NodeLabels;
import io.github.memdump.gephi.style.StandClear;
import io.github.memdump.gephi.style.StyleLegend;
import io.github.memdump.gephi.task.TicketTask;
import io.github.memdump.view.Recipe;
import io.github.memdump.view.Step;
import io.github.memdump.view.View;
import io.github.memdump.view.assembly.Views;
import java.util.ArrayList;
import java.util.List;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Node;
import org.gephi.project.api.Workspace;
import org.openide.util.Lookup;
import org.openide.util.NbBundle;

/**
 * Steps of the view in a workspace: one more, or one back. The graph changes where it stands and the recipe says what
 * was done. One step at a time; not for the event thread.
 */
public final class ViewSteps {
    private static final Object ONE_AT_A_TIME = new Object();

    private ViewSteps() {
    }

    /**
     * Does a step; one that changes nothing is not kept.
     *
     * @return what has changed, in words
     * @throws DumpException                             if the heap is not in memory and cannot be loaded
     * @throws IllegalArgumentException                  if the step cannot be done, or there is no heap
     * @throws io.github.memdump.task.CancelledException if the task is cancelled; nothing has changed then
     */
    public static String apply(Workspace workspace, Step step, TicketTask task) throws DumpException {
        synchronized (ONE_AT_A_TIME) {
            WorkspaceHeap heap = heap(workspace);
            return go(workspace, heap, heap.recipe().with(step), List.of(), task);
        }
    }

    /**
     * Does the step again that was taken back last.
     *
     * @return what has changed, in words
     * @throws DumpException                             if the heap is not in memory and cannot be loaded
     * @throws IllegalArgumentException                  if none was taken back since the last step, or no heap is there
     * @throws io.github.memdump.task.CancelledException if the task is cancelled; nothing has changed then
     */
    public static String redo(Workspace workspace, TicketTask task) throws DumpException {
        synchronized (ONE_AT_A_TIME) {
            WorkspaceHeap heap = heap(workspace);
            if (heap.undone().isEmpty()) {
                throw new IllegalArgumentException(text("ViewSteps.nothingUndone"));
            }
            List<Step> left = heap.undone().subList(1, heap.undone().size());
            return go(workspace, heap, heap.recipe().with(heap.undone().get(0)), left, task);
        }
    }

    /**
     * Takes the last step back.
     *
     * @return what has changed, in words
     * @throws DumpException                             if the heap is not in memory and cannot be loaded
     * @throws IllegalArgumentException                  if there is no step or no heap
     * @throws io.github.memdump.task.CancelledException if the task is cancelled; nothing has changed then
     */
    public static String undo(Workspace workspace, TicketTask task) throws DumpException {
        synchronized (ONE_AT_A_TIME) {
            WorkspaceHeap heap = heap(workspace);
            if (heap.recipe().steps().isEmpty()) {
                throw new IllegalArgumentException(text("ViewSteps.none"));
            }
            List<Step> steps = heap.recipe().steps();
            List<Step> undone = new ArrayList<>(List.of(steps.get(steps.size() - 1)));
            undone.addAll(heap.undone());
            return go(workspace, heap, heap.recipe().withoutLastStep(), undone, task);
        }
    }

    private static WorkspaceHeap heap(Workspace workspace) {
        return HeapTies.of(workspace).orElseThrow(() -> new IllegalArgumentException(text("ViewSteps.noHeap")));
    }

    private static String go(Workspace workspace, WorkspaceHeap heap, Recipe next, List<Step> undone,
        TicketTask task) throws DumpException {
        Findings findings = heap.findings(task);
        View before = heap.view(task);
        View after = Views.of(next, findings, task);
        boolean isBack = next.steps().size() < heap.recipe().steps().size();
        Step last = next.steps().isEmpty() || isBack ? null : next.steps().get(next.steps().size() - 1);
        boolean groups = last != null && last.kind() == Step.Kind.GROUP;
        if (!isBack && !ViewUpdate.differ(before, after)) {
            return text(groups ? "ViewSteps.nothingGrouped" : "ViewSteps.nothing");
        }
        task.phase(text("ViewSteps.drawing"), 0);
        GraphModel model = Lookup.getDefault().lookup(GraphController.class).getGraphModel(workspace);
        int[] change = ViewUpdate.apply(model, before, after, heap.places());
        StyleLegend.recount(model);
        if (last != null && last.kind() == Step.Kind.KEEP_PATHS) {
            StandClear.draw(model);
        } else {
            if (isBack) {
                StandClear.back(model);
            }
            NodeLabels.draw(model);
        }
        HeapTies.tie(workspace, heap.showing(after, undone));
        Highlight.end();
        String changed = text("ViewSteps.changed", change[0], change[1]);
        long alone = groups ? last.objects().stream().filter(id -> isAlone(model, id)).count() : 0;
        return alone == 0 ? changed : changed + " " + text("ViewSteps.alone", alone);
    }

    /** Returns whether a node stands for one object. */
    private static boolean isAlone(GraphModel model, String id) {
        Node node = model.getGraph().getNode(id);
        Object objects = node == null || !model.getNodeTable().hasColumn(View.OBJECTS) ? null
            : node.getAttribute(View.OBJECTS);
        return node != null && !(objects instanceof Number && ((Number) objects).longValue() > 1);
    }

    private static String text(String key, Object... values) {
        return NbBundle.getMessage(ViewSteps.class, key, values);
    }
}
