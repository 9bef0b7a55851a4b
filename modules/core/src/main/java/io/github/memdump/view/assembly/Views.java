package io.github.memdump.view.assembly;

import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.Identities;
import io.github.memdump.analysis.record.ShownRecords;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.task.Task;
import io.github.memdump.view.Recipe;
import io.github.memdump.view.Step;
import io.github.memdump.view.SubjectText;
import io.github.memdump.view.View;
import io.github.memdump.view.choice.BorderChoice;
import io.github.memdump.view.choice.DominatorChoice;
import io.github.memdump.view.choice.EdgeSelection;
import io.github.memdump.view.choice.HeapChoice;
import io.github.memdump.view.choice.Omissions;
import io.github.memdump.view.choice.PathsChoice;
import io.github.memdump.view.choice.Remainder;
import io.github.memdump.view.choice.SelectionChoice;
import io.github.memdump.view.choice.SubgraphChoice;
import io.github.memdump.view.choice.SubjectChoice;
import io.github.memdump.view.choice.SuspectsChoice;
import io.github.memdump.view.choice.ViewBuilder;
import io.github.memdump.view.choice.ViewObjects;
import io.github.memdump.view.step.Alike;
import io.github.memdump.view.step.Continuation;
import io.github.memdump.view.step.Runs;
import java.util.ArrayList;
import java.util.List;

/** Makes views by their recipe. */
public final class Views {
    /** With class references, classes that are not shown anyway may be one node in so many. */
    private static final int CLASSES_ONE_IN = 20;

    private static final int TENTH = 10;

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
     *                                  that it needs are missing or go by other references than it asks for, if its
     *                                  selection cannot be read, or if an object that it names is not there; the
     *                                  message is for people
     */
    public static View of(Recipe recipe, Findings findings, Task task) {
        task.phase("Choosing what to show", recipe.budget().nodes());
        if (findings.retained().isEmpty() || findings.fromRoots().isEmpty()) {
            throw new IllegalArgumentException("A view needs distances from the roots and retained sizes.");
        }
        if (recipe.asks(Recipe.Option.PLAIN_REFERENCES) != findings.heap().isOverPlainReferences()) {
            throw new IllegalArgumentException("The recipe and the findings go by different references.");
        }
        if (recipe.subject().isOfGroups()) {
            return GroupedView.of(recipe, findings, task);
        }
        SubjectChoice choice = choice(recipe, findings, task);
        int budget = recipe.budget().nodes();
        int places = recipe.budget().rests();
        ViewBuilder chosen = chosen(choice, budget - places, findings);
        List<String> omissions = new ArrayList<>(choice.omissions(chosen, budget));
        Continuation continuation = new Continuation(findings, choice, chosen, task);
        if (recipe.asks(Recipe.Option.CLEANUP) && recipe.subject() != Recipe.Subject.HEAP) {
            continuation.cleanUp();
        }
        for (Step step : recipe.steps()) {
            if (Alike.opens(step)) {
                continue;
            }
            boolean wasEmpty = chosen.isEmpty();
            continuation.go(step);
            if (chosen.isEmpty() && !wasEmpty) {
                omissions.add("The step '" + step.text() + "' left nothing to show.");
            }
        }
        if (recipe.asks(Recipe.Option.CLASS_REFERENCES)) {
            continuation.addClasses(budget / CLASSES_ONE_IN);
        }
        Remainder rest = Remainder.of(continuation.surroundings(), chosen, places);
        List<int[]> runs = Runs.between(chosen, findings, choice.members(), rest, named(recipe, findings));
        runs.forEach(chosen::fold);
        Alike.join(recipe, findings, chosen, rest, named(recipe, findings));
        omissions.addAll(Omissions.ofRuns(total(runs)));
        ViewObjects shown = chosen.shown(rest);
        int edgeBudget = recipe.budget().edges() + shown.size() - Math.min(shown.size(), budget);
        EdgeSelection edges = new EdgeSelection(shown, choice, edgeBudget);
        if (recipe.asks(Recipe.Option.CLASS_REFERENCES)) {
            edges.addClasses(findings.heap(), edgeBudget);
        }
        omissions.addAll(Omissions.ofEdges(edges, edgeBudget));
        EdgeNames names = new EdgeNames(shown, choice.references(), edges.edges());
        ShownRecords records = ShownRecords.of(findings, Column.ofRecords(), shown.objects, names.holders(),
            names.held(findings.heap().objectCount())::contains, task);
        return new Assembly(findings, shown, recipe.subject(), choice.members(), task)
            .view(recipe, records.findings(), names.named(records.names()), omissions);
    }

    /**
     * Chooses as many objects as are drawn within a budget: where long runs of them will be folded, more. These are
     * tried in steps that double, then halve, so that it takes a few times as long as choosing once.
     */
    private static ViewBuilder chosen(SubjectChoice choice, int budget, Findings findings) {
        ViewBuilder chosen = choice.choose(budget);
        int objects = findings.heap().objectCount();
        int fits = budget;
        int tooMany = objects + 1;
        int last = budget;
        while (chosen.room() <= 0 && fits < objects && drawn(chosen, choice, findings) < budget - budget / TENTH) {
            last = tooMany <= objects ? (fits + tooMany) / 2 : (int) Math.min(objects, fits * 2L);
            if (last - fits <= fits / TENTH) {
                break;
            }
            ViewBuilder more = choice.choose(last);
            if (drawn(more, choice, findings) <= budget) {
                chosen = more;
                fits = last;
            } else {
                tooMany = last;
            }
        }
        return last == fits ? chosen : choice.choose(fits);
    }

    private static int drawn(ViewBuilder chosen, SubjectChoice choice, Findings findings) {
        Remainder rest = Remainder.of(List.of(choice), chosen, 0);
        List<int[]> runs = Runs.between(chosen, findings, choice.members(), rest,
            NodeSet.none(findings.heap().objectCount()));
        return chosen.size() - total(runs) + runs.size();
    }

    private static int total(List<int[]> runs) {
        return runs.stream().mapToInt(run -> run.length).sum();
    }

    /** What steps name is not folded. */
    private static NodeSet named(Recipe recipe, Findings findings) {
        NodeSet.Builder named = NodeSet.builder(findings.heap().objectCount());
        recipe.steps().stream().flatMap(step -> step.objects().stream())
            .mapToInt(identity -> Identities.find(findings.heap(), identity)).filter(object -> object >= 0)
            .forEach(named::add);
        return named.build();
    }

    private static SubjectChoice choice(Recipe recipe, Findings findings, Task task) {
        switch (recipe.subject()) {
            case BORDER:
                if (findings.border().isEmpty()) {
                    throw new IllegalArgumentException("The border needs two dumps: one before and one after.");
                }
                return new BorderChoice(findings);
            case HEAP:
                return recipe.asks(Recipe.Option.CLEANUP) ? HeapChoice.cleanedUp(findings, task)
                    : HeapChoice.asItIs(findings);
            case GROWTH:
                return SelectionChoice.ofSurvivors(findings);
            case SUSPECTS:
                return new SuspectsChoice(findings, task);
            case PATHS:
                return new PathsChoice(findings, recipe.about(), objects(recipe, findings, task), task);
            case DOMINATORS:
                return new DominatorChoice(findings, task);
            case SUBGRAPH:
                return SubgraphChoice.under(objects(recipe, findings, task), findings, recipe.depth(), task);
            case REFERRERS:
                return SubgraphChoice.above(objects(recipe, findings, task), findings, recipe.depth(), task);
            default:
                return new SelectionChoice(findings, recipe.about(), objects(recipe, findings, task));
        }
    }

    private static NodeSet objects(Recipe recipe, Findings findings, Task task) {
        return SubjectText.objects(recipe.about(), findings, task);
    }
}
