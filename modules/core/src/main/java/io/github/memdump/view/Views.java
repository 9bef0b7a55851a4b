package io.github.memdump.view;

import io.github.memdump.analysis.Findings;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.task.Task;
import java.util.ArrayList;
import java.util.List;

/** Makes views by their recipe. */
public final class Views {
    private Views() {
    }

    /**
     * Returns the view that a recipe describes, within its budget and what its steps add, laid out and styled. The
     * same recipe and findings give the same view.
     *
     * @param recipe   what to show
     * @param findings what was found out about the (later) dump: {@link Findings#ofLeak} where there are two dumps,
     *                 distances and retained sizes where there is one
     * @throws IllegalArgumentException if the recipe needs two dumps and the findings have no difference, if findings
     *                                  that it needs are missing, if its selection cannot be read, or if an object
     *                                  that it names is not there; the message is for people
     */
    public static View of(Recipe recipe, Findings findings, Task task) {
        if (recipe.subject().isOfGroups()) {
            return GroupView.of(recipe, findings, task);
        }
        task.phase("Choosing what to show", recipe.budget().nodes());
        if (findings.retained().isEmpty() || findings.fromRoots().isEmpty()) {
            throw new IllegalArgumentException("A view needs distances from the roots and retained sizes.");
        }
        Choice choice = choice(recipe, findings, task);
        int budget = recipe.budget().nodes();
        int places = recipe.budget().rests();
        Chosen chosen = choice.choose(budget - places);
        List<String> omissions = new ArrayList<>(choice.omissions(chosen, budget));
        Continuation continuation = new Continuation(findings, choice, chosen, task);
        recipe.steps().forEach(continuation::go);
        Shown shown = chosen.shown(Rest.of(continuation.surroundings(), chosen, places));
        int edgeBudget = recipe.budget().edges() + shown.size() - Math.min(shown.size(), budget);
        EdgeSelection edges = new EdgeSelection(shown, choice, edgeBudget);
        if (recipe.has(Recipe.Option.CLASS_REFERENCES)) {
            edges.addClasses(findings.heap(), edgeBudget);
        }
        omissions.addAll(Omissions.ofEdges(edges, edgeBudget));
        return new Assembly(findings, shown, recipe.subject(), choice.members()).view(recipe, edges.edges(), omissions);
    }

    private static Choice choice(Recipe recipe, Findings findings, Task task) {
        switch (recipe.subject()) {
            case BORDER:
                if (findings.border().isEmpty()) {
                    throw new IllegalArgumentException("The border needs two dumps: one before and one after.");
                }
                return new BorderChoice(findings);
            case HEAP:
                return new HeapChoice(findings, recipe.has(Recipe.Option.CLEANUP), task);
            case DOMINATORS:
                return new DominatorChoice(findings, task);
            case GROWTH:
                NodeSet survivors = findings.growth().orElseThrow(() -> new IllegalArgumentException(
                    "Growth is seen over three dumps or more, in the order in which they were made.")).survivors();
                return new SelectionChoice(findings, survivors, "No object came after the first dump and stayed from"
                    + " one dump to the next: nothing grows by gathering.");
            case PATHS:
                return PathsChoice.to(objects(recipe, findings, task), findings, task);
            case SUSPECTS:
                return SuspectChoice.of(findings, task);
            case SUBGRAPH:
                return SubgraphChoice.under(objects(recipe, findings, task), findings, recipe.depth(), task);
            case REFERRERS:
                return SubgraphChoice.above(objects(recipe, findings, task), findings, recipe.depth(), task);
            default:
                return new SelectionChoice(findings, objects(recipe, findings, task), "No object of this heap is chosen"
                    + " by " + recipe.about() + ": names are case-sensitive, and class =~ /pattern/ finds all that"
                    + " match.");
        }
    }

    private static NodeSet objects(Recipe recipe, Findings findings, Task task) {
        return About.objects(recipe.about(), findings, task);
    }
}
