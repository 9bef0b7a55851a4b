package io.github.memdump.view.choice;

import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.Growth;
import io.github.memdump.analysis.Retained;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.RecordTypes;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Chooses the objects of a selection, those that retain most first, with shortest paths from the roots. */
public final class SelectionChoice implements SubjectChoice {
    private final Heap heap;
    private final String about;
    private final ShownRootPaths paths;
    private final NodeSet members;
    private final Integer[] ranked;

    /** Prepares to show the members of a selection, which {@code about} told in words, or survivors without. */
    public SelectionChoice(Findings findings, String about, NodeSet selected) {
        this.heap = findings.heap();
        this.about = about;
        Retained retained = findings.retained().orElseThrow();
        this.paths = new ShownRootPaths(heap, findings.fromRoots().orElseThrow());
        this.members = NodeSet.where(heap.objectCount(),
            object -> selected.contains(object) && heap.type(object) != RecordTypes.SHAPE);
        this.ranked = Arrays.stream(members.toArray()).boxed().toArray(Integer[]::new);
        Arrays.sort(ranked, Comparator.comparingLong((Integer object) -> -retained.size(object)));
    }

    /** Returns the choice of what came and stayed over several dumps. */
    public static SelectionChoice ofSurvivors(Findings findings) {
        Growth growth = findings.growth().orElseThrow(
            () -> new IllegalArgumentException("Growth needs three dumps or more, in the order they were made."));
        return new SelectionChoice(findings, "", growth.survivors());
    }

    @Override
    public Heap heap() {
        return heap;
    }

    @Override
    public ViewBuilder choose(int budget) {
        ViewBuilder chosen = new ViewBuilder(budget);
        for (int object : ranked) {
            if (chosen.room() == 0) {
                break;
            }
            if (!chosen.contains(object)) {
                paths.add(chosen, object);
            }
        }
        return chosen;
    }

    @Override
    public NodeSet members() {
        return members;
    }

    @Override
    public List<String> omissions(ViewBuilder chosen, int budget) {
        return about.isEmpty() ? Omissions.ofSurvivors(chosen, members, budget)
            : Omissions.ofSelection(about, chosen, members, budget);
    }

    /** An object hangs on the nearest chosen one of its shortest path from a root. */
    @Override
    public void each(ViewBuilder chosen, Found found) {
        ShownRootPaths.NearestShown nearest = paths.nearestShown(chosen);
        for (int object : ranked) {
            if (!chosen.contains(object)) {
                int above = nearest.of(object);
                if (above >= 0) {
                    found.add(above, object);
                }
            }
        }
    }

    @Override
    public void take(ViewBuilder chosen, int place, int object) {
        paths.addAnyway(chosen, object);
    }
}
