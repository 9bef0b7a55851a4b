package io.github.memdump.view;

import io.github.memdump.subset.CommonCleanup;
import io.github.memdump.analysis.Findings;
import io.github.memdump.graph.Graph;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;
import java.util.ArrayList;
import java.util.List;

/** Makes views by their recipe. */
public final class Views {
    private Views() {
    }

    /**
     * Returns the view that a recipe describes, within its budget, laid out and styled. The same recipe and findings
     * give the same view.
     *
     * @param recipe   what to show
     * @param findings what was found out about the (later) dump: {@link Findings#ofLeak} where there are two dumps,
     *                 distances and retained sizes where there is one
     * @throws IllegalArgumentException if the recipe needs two dumps and the findings have no difference, if findings
     *                                  that it needs are missing, or if its class name is a malformed pattern
     */
    public static View of(Recipe recipe, Findings findings, Task task) {
        task.phase("Choosing what to show", recipe.budget().nodes());
        if (findings.retained().isEmpty() || findings.fromRoots().isEmpty()) {
            throw new IllegalArgumentException("A view needs distances from the roots and retained sizes.");
        }
        Heap heap = findings.heap();
        int budget = recipe.budget().nodes();
        switch (recipe.subject()) {
            case BORDER:
                if (findings.border().isEmpty()) {
                    throw new IllegalArgumentException("The border needs two dumps: one before and one after.");
                }
                BorderSelection border = new BorderSelection(findings, budget);
                Chosen leak = border.choose();
                return assembled(recipe, findings, leak, heap.references(), NodeSet.none(heap.objectCount()),
                    Omissions.ofBorder(findings, leak, border.borderSize(), budget));
            case HEAP:
                CommonCleanup cleaned = CommonCleanup.of(heap, task);
                HeapSelection whole = new HeapSelection(heap, cleaned, findings.retained().get());
                Chosen largest = whole.choose(budget);
                return assembled(recipe, findings, largest, cleaned.references(), NodeSet.none(heap.objectCount()),
                    Omissions.ofHeap(largest, whole.showable(), budget));
            default:
                ClassSelection ofClass = new ClassSelection(findings, recipe.className());
                Chosen some = ofClass.choose(budget);
                return assembled(recipe, findings, some, heap.references(), ofClass.members(),
                    Omissions.ofClass(recipe.className(), some, ofClass.members(), budget));
        }
    }

    private static View assembled(Recipe recipe, Findings findings, Chosen chosen, Graph references, NodeSet members,
        List<String> omissions) {
        Selection selection = chosen.selection();
        EdgeSelection edges = new EdgeSelection(selection, references, findings.heap().references(),
            recipe.budget().edges());
        List<String> sentences = new ArrayList<>(omissions);
        sentences.addAll(Omissions.ofEdges(edges, recipe.budget().edges()));
        return new Assembly(findings, selection, recipe.subject(), members).view(recipe, edges.edges(), sentences);
    }
}
