package io.github.memdump.view.choice;

import io.github.memdump.array.IntList;
import io.github.memdump.graph.Graph;
import io.github.memdump.heap.Heap;
import io.github.memdump.view.EdgeKind;
import io.github.memdump.view.ViewEdge;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Chooses the edges between the shown objects: first the steps by which they were reached, then all other references,
 * those to the objects chosen first before others.
 */
public final class EdgeSelection {
    private final ViewObjects shown;
    private final SubjectChoice choice;
    private final Graph references;
    private final List<ViewEdge> edges = new ArrayList<>();
    private int leftOut;

    /** Chooses the edges. */
    public EdgeSelection(ViewObjects shown, SubjectChoice choice, int budget) {
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
                int weight = shown.isGroup(i) ? shown.members(i).length : shown.hops[i];
                add(shown.parents[i], i, kind, weight, budget);
            }
        }
    }

    private boolean hasStep(int position) {
        return shown.parents[position] >= 0 && shown.hops[position] != ViewBuilder.BESIDE;
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
        for (int i = 0, end; i < sources.length; i = end) {
            // The members of a group may lead to the same object.
            end = i + 1;
            while (end < sources.length && sources[end] == sources[i] && targets[end] == targets[i]) {
                end++;
            }
            add(sources[i], targets[i], kind(sources[i], targets[i]), end - i, budget);
        }
    }

    /** Adds an edge from each shown object to its class, if that is shown and no other edge leads there. */
    public void addClasses(Heap heap, int budget) {
        Set<Long> joined = new HashSet<>();
        edges.forEach(edge -> joined.add((long) edge.source() << Integer.SIZE | edge.target()));
        for (int i = 0; i < shown.size() && !shown.isRest(i); i++) {
            int ofObject = heap.classObject(shown.objects[i]);
            int target = ofObject < 0 ? ObjectPositions.NONE : shown.position(ofObject);
            if (target >= 0 && target != i && joined.add((long) i << Integer.SIZE | target)) {
                add(i, target, EdgeKind.CLASS, shown.members(i).length, budget);
            }
        }
    }

    private EdgeKind kind(int source, int target) {
        int from = shown.objects[source];
        int to = shown.objects[target];
        boolean isDirect = references.hasEdge(from, to) || isSeveral(source) || isSeveral(target);
        return isDirect ? choice.kind(from, to) : EdgeKind.COLLAPSED;
    }

    private boolean isSeveral(int position) {
        return shown.isGroup(position) || shown.isRun(position);
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
            for (int member : shown.members(source)) {
                from(member, action);
            }
            for (int i = 0; i < through.size(); i++) {
                from(through.get(i), action);
            }
        }

        private boolean isWithinRun(int target) {
            return target == source && shown.isRun(source);
        }

        private void from(int object, PairConsumer action) {
            for (int i = references.from(object); i < references.to(object); i++) {
                int next = references.target(i);
                int target = shown.position(next);
                boolean isCollapsed = target < 0 && shown.isCollapsed(next);
                boolean isKnown = told.contains(next);
                if ((isCollapsed || target >= 0) && (!isKnown || (target >= 0 && isSeveral(source)))) {
                    if (!isKnown) {
                        told.add(next);
                    }
                    if (isCollapsed) {
                        through.add(next);
                    } else if (!isWithinRun(target) && !(hasStep(target) && shown.parents[target] == source)) {
                        action.accept(source, target);
                    }
                }
            }
        }
    }

    public List<ViewEdge> edges() {
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
