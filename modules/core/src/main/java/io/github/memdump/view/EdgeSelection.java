package io.github.memdump.view;

import io.github.memdump.array.IntList;
import io.github.memdump.graph.Graph;
import io.github.memdump.heap.ClassTable;
import io.github.memdump.heap.Heap;
import java.util.ArrayList;
import java.util.List;

/**
 * Chooses the edges between the shown objects: first the steps by which they were reached, then all other references,
 * those to the objects chosen first before others.
 */
final class EdgeSelection {
    private final Shown shown;
    private final Choice choice;
    private final Graph references;
    private final List<ViewEdge> edges = new ArrayList<>();
    private int leftOut;

    /** Chooses the edges. */
    EdgeSelection(Shown shown, Choice choice, int budget) {
        this.shown = shown;
        this.choice = choice;
        this.references = choice.references();
        addSteps(budget);
        addOthers(budget);
    }

    private void addSteps(int budget) {
        for (int i = 0; i < shown.size(); i++) {
            if (hasStep(i)) {
                EdgeKind kind = shown.isRest(i) || shown.hops[i] > 1 ? EdgeKind.COLLAPSED
                    : choice.kind(shown.objects[shown.parents[i]], shown.objects[i]);
                add(shown.parents[i], i, kind, shown.hops[i], budget);
            }
        }
    }

    private boolean hasStep(int position) {
        return shown.parents[position] >= 0 && shown.hops[position] != Chosen.BESIDE;
    }

    private void addOthers(int budget) {
        int[] counts = new int[shown.size() + 1];
        eachOther((source, target) -> counts[target + 1]++);
        for (int i = 0; i < shown.size(); i++) {
            counts[i + 1] += counts[i];
        }
        int[] sources = new int[counts[shown.size()]];
        int[] targets = new int[sources.length];
        eachOther((source, target) -> {
            targets[counts[target]] = target;
            sources[counts[target]++] = source;
        });
        for (int i = 0; i < sources.length; i++) {
            add(sources[i], targets[i], kind(sources[i], targets[i]), 1, budget);
        }
    }

    /** Adds the edges from shown objects to their classes that are not there as references. */
    void addClasses(Heap heap, int budget) {
        for (int source = 0; source < shown.size() && !shown.isRest(source); source++) {
            int object = shown.objects[source];
            int owner = heap.classes().object(heap.classNumber(object));
            int target = owner == ClassTable.NO_OBJECT ? ObjectPositions.NONE : shown.position(owner);
            if (target >= 0 && target != source && !references.hasEdge(object, owner)
                && shown.parents[source] != target && shown.parents[target] != source) {
                add(source, target, EdgeKind.CLASS, 1, budget);
            }
        }
    }

    private EdgeKind kind(int source, int target) {
        int from = shown.objects[source];
        int to = shown.objects[target];
        return references.hasEdge(from, to) ? choice.kind(from, to) : EdgeKind.COLLAPSED;
    }

    private void eachOther(PairConsumer action) {
        for (int source = 0; source < shown.size() && !shown.isRest(source); source++) {
            new Leads(source).each(action);
        }
    }

    private void add(int source, int target, EdgeKind kind, int weight, int budget) {
        if (edges.size() < budget) {
            edges.add(new ViewEdge(source, target, kind, weight));
        } else {
            leftOut++;
        }
    }

    /** Which other shown objects one leads to, through what was collapsed too; each once. */
    private final class Leads {
        private final int source;
        private final ObjectPositions told = new ObjectPositions();
        private final IntList through = new IntList();

        Leads(int source) {
            this.source = source;
        }

        void each(PairConsumer action) {
            from(shown.objects[source], action);
            for (int i = 0; i < through.size(); i++) {
                from(through.get(i), action);
            }
        }

        private void from(int object, PairConsumer action) {
            for (int i = references.from(object); i < references.to(object); i++) {
                int next = references.target(i);
                int target = shown.position(next);
                boolean isCollapsed = target < 0 && shown.isCollapsed(next);
                if ((isCollapsed || target >= 0) && !told.contains(next)) {
                    told.add(next);
                    if (isCollapsed) {
                        through.add(next);
                    } else if (!(hasStep(target) && shown.parents[target] == source)) {
                        action.accept(source, target);
                    }
                }
            }
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
