package io.github.memdump.view;

import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.Retained;
import io.github.memdump.analysis.suspect.Shape;
import io.github.memdump.analysis.suspect.Suspect;
import io.github.memdump.analysis.suspect.SuspectHolder;
import io.github.memdump.analysis.suspect.SuspectOptions;
import io.github.memdump.analysis.suspect.Suspects;
import io.github.memdump.graph.BreadthFirst;
import io.github.memdump.graph.Graph;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.RecordTypes;
import io.github.memdump.task.Task;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Chooses leak suspects: the telling path from a root to each, the object in which it gathers, and what has gathered
 * there, what retains most first. Each suspect may take an equal part of the room that those before it have left.
 */
final class SuspectChoice implements Choice {
    private final Heap heap;
    private final Retained retained;
    private final BreadthFirst fromRoots;
    private final Graph tree;
    private final List<Suspect> suspects;
    private final NodeSet members;

    private SuspectChoice(Findings findings, List<Suspect> suspects, Task task) {
        this.heap = findings.heap();
        this.retained = findings.retained().orElseThrow();
        this.fromRoots = findings.fromRoots().orElseThrow();
        this.tree = retained.dominators().tree(task);
        this.suspects = suspects;
        this.members = NodeSet.of(heap.objectCount(), suspects.stream().mapToInt(this::point).distinct().toArray());
    }

    /**
     * Finds the suspects; where there is a difference to an earlier heap, among what is new.
     *
     * @throws IllegalArgumentException if there is a difference, but nothing known of what retained what before
     */
    static SuspectChoice of(Findings findings, Task task) {
        Retained retained = findings.retained().orElseThrow();
        if (findings.diff().isEmpty()) {
            return new SuspectChoice(findings,
                Suspects.of(findings.heap(), retained, SuspectOptions.OF_ONE_DUMP, task).list(), task);
        }
        return new SuspectChoice(findings, Suspects.of(findings.diff().get(), findings.past().orElseThrow(() ->
            new IllegalArgumentException("What grew is told by what each object retained in the dump before.")),
            retained, SuspectOptions.OF_GROWTH, task).list(), task);
    }

    private int point(Suspect suspect) {
        return suspect.accumulationPoint() == Heap.NO_OBJECT ? suspect.object() : suspect.accumulationPoint();
    }

    @Override
    public Chosen choose(int budget) {
        Chosen chosen = new Chosen(budget);
        for (Suspect suspect : suspects) {
            addPaths(chosen, suspect);
        }
        for (int i = 0; i < suspects.size(); i++) {
            int point = point(suspects.get(i));
            if (chosen.contains(point)) {
                int left = chosen.room() - chosen.room() / (suspects.size() - i);
                Expansion gathered = new Expansion(chosen, way(suspects.get(i)), retained, gathers(suspects.get(i)));
                gathered.from(point);
                while (chosen.room() > left && gathered.best() >= 0) {
                    gathered.takeBest();
                }
            }
        }
        return chosen;
    }

    private void addPaths(Chosen chosen, Suspect suspect) {
        for (SuspectHolder holder : suspect.holders()) {
            chosen.addPath(shown(holder.path()));
        }
        for (int object : new int[] {point(suspect), suspect.object()}) {
            if (!chosen.contains(object) && fromRoots.isReached(object)) {
                chosen.addPath(shown(fromRoots.path(object)));
            }
        }
    }

    private int[] shown(int[] path) {
        return Arrays.stream(path).filter(on -> heap.type(on) != RecordTypes.SHAPE).toArray();
    }

    /** What several holders share is dominated by none of them. */
    private Graph way(Suspect suspect) {
        return suspect.shape() == Shape.SHARED ? heap.references() : tree;
    }

    private IntPredicate gathers(Suspect suspect) {
        int className = heap.classNumber(suspect.object());
        return suspect.shape() == Shape.SHARED ? object -> heap.classNumber(object) == className : this::isShowable;
    }

    private boolean isShowable(int object) {
        return heap.type(object) != RecordTypes.SHAPE;
    }

    @Override
    public Graph references() {
        return heap.references();
    }

    @Override
    public EdgeKind kind(int source, int target) {
        if (heap.references().hasEdge(source, target)) {
            return EdgeKind.REFERENCE;
        }
        return retained.dominators().dominator(target) == source ? EdgeKind.DOMINATES : EdgeKind.COLLAPSED;
    }

    @Override
    public NodeSet members() {
        return members;
    }

    @Override
    public List<String> omissions(Chosen chosen, int budget) {
        int unshown = 0;
        long gathered = 0;
        for (Suspect suspect : suspects) {
            int point = point(suspect);
            if (!chosen.contains(point)) {
                unshown++;
                continue;
            }
            Graph way = way(suspect);
            IntPredicate gathers = gathers(suspect);
            for (int e = way.from(point); e < way.to(point); e++) {
                gathered += gathers.test(way.target(e)) && !chosen.contains(way.target(e)) ? 1 : 0;
            }
        }
        return Omissions.ofSuspects(suspects.size(), unshown, chosen, gathered, budget);
    }

    /** What hangs on a point where a suspect gathers, or further in. */
    @Override
    public void each(Chosen chosen, Found found) {
        Neighbours.each(chosen, tree, this::isInside, found);
    }

    private boolean isInside(int object) {
        int above = object;
        while (above >= 0 && !members.contains(above)) {
            above = retained.dominators().dominator(above);
        }
        return above >= 0 && isShowable(object);
    }

    @Override
    public void take(Chosen chosen, int place, int object) {
        chosen.add(object, place);
    }
}
