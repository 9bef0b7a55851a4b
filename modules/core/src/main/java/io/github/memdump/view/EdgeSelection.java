package io.github.memdump.view;

import io.github.memdump.graph.Graph;
import java.util.ArrayList;
import java.util.List;

/**
 * Chooses the edges between the shown objects: first the steps by which they were reached, then all other references,
 * those to the objects chosen first before others.
 */
final class EdgeSelection {
    private final Selection selection;
    private final Graph references;
    private final Graph direct;
    private final List<ViewEdge> edges = new ArrayList<>();
    private int leftOut;

    /**
     * Chooses the edges.
     *
     * @param references which objects lead to which, perhaps through others
     * @param direct     the references of the heap: what is not among them is collapsed
     */
    EdgeSelection(Selection selection, Graph references, Graph direct, int budget) {
        this.selection = selection;
        this.references = references;
        this.direct = direct;
        addSteps(budget);
        addOthers(budget);
    }

    private void addSteps(int budget) {
        for (int i = 0; i < selection.size(); i++) {
            if (selection.parents[i] >= 0) {
                int source = selection.objects[selection.parents[i]];
                add(source, selection.objects[i], selection.hops[i], budget);
            }
        }
    }

    private void addOthers(int budget) {
        int[] counts = new int[selection.size() + 1];
        eachOther((source, target) -> counts[target + 1]++);
        for (int i = 0; i < selection.size(); i++) {
            counts[i + 1] += counts[i];
        }
        int[] sources = new int[counts[selection.size()]];
        int[] targets = new int[sources.length];
        eachOther((source, target) -> {
            targets[counts[target]] = target;
            sources[counts[target]++] = source;
        });
        for (int i = 0; i < sources.length; i++) {
            add(selection.objects[sources[i]], selection.objects[targets[i]], 1, budget);
        }
    }

    private void eachOther(PairConsumer action) {
        for (int source = 0; source < selection.size(); source++) {
            int object = selection.objects[source];
            for (int i = references.from(object); i < references.to(object); i++) {
                int target = selection.position(references.target(i));
                if (target >= 0 && selection.parents[target] != source) {
                    action.accept(source, target);
                }
            }
        }
    }

    private void add(int source, int target, int weight, int budget) {
        if (edges.size() < budget) {
            EdgeKind kind = direct.hasEdge(source, target) ? EdgeKind.REFERENCE : EdgeKind.COLLAPSED;
            edges.add(new ViewEdge(source, target, kind, weight));
        } else {
            leftOut++;
        }
    }

    List<ViewEdge> edges() {
        return edges;
    }

    /** Returns how many edges between shown objects the budget left out. */
    int leftOut() {
        return leftOut;
    }

    private interface PairConsumer {
        void accept(int source, int target);
    }
}
