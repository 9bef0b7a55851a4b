package io.github.memdump.view.choice;

import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.Retained;
import io.github.memdump.graph.Dominators;
import io.github.memdump.graph.Graph;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.RecordTypes;
import io.github.memdump.task.Task;
import io.github.memdump.view.EdgeKind;
import java.util.Arrays;
import java.util.List;

/** Chooses the top of the dominator tree: what retains most, under what dominates it. */
public final class DominatorChoice implements SubjectChoice {
    private final Heap heap;
    private final Retained retained;
    private final Graph tree;

    public DominatorChoice(Findings findings, Task task) {
        this.heap = findings.heap();
        this.retained = findings.retained().orElseThrow();
        this.tree = retained.dominators().tree(task);
    }

    @Override
    public Heap heap() {
        return heap;
    }

    @Override
    public ViewBuilder choose(int budget) {
        ViewBuilder chosen = new ViewBuilder(budget);
        Expansion downward = new Expansion(chosen, tree, retained, this::isShowable);
        for (int root : largestOfTop(budget)) {
            if (chosen.room() > 0) {
                chosen.add(root, ViewBuilder.NO_PARENT);
                downward.from(root);
            }
        }
        while (chosen.room() > 0 && downward.best() >= 0) {
            downward.takeBest();
        }
        return chosen;
    }

    /** A third of the budget at most, so that room is left for what they dominate. */
    private int[] largestOfTop(int budget) {
        CandidateQueue top = new CandidateQueue();
        for (int object = 0; object < heap.objectCount(); object++) {
            if (retained.dominators().dominator(object) == Dominators.VIRTUAL_ROOT && isShowable(object)) {
                top.add(retained.size(object), object, ViewBuilder.NO_PARENT);
            }
        }
        int[] largest = new int[heap.objectCount()];
        int count = 0;
        for (int most = Math.max(1, budget / 3); count < most && !top.isEmpty(); top.remove()) {
            largest[count++] = top.object();
        }
        return Arrays.copyOf(largest, count);
    }

    private boolean isShowable(int object) {
        return heap.type(object) != RecordTypes.SHAPE;
    }

    @Override
    public Graph references() {
        return tree;
    }

    @Override
    public EdgeKind kind(int source, int target) {
        return EdgeKind.DOMINATES;
    }

    @Override
    public List<String> omissions(ViewBuilder chosen, int budget) {
        return Omissions.ofDominators(chosen, retained.dominators().reachableCount(), budget);
    }

    @Override
    public void each(ViewBuilder chosen, Found found) {
        Neighbours.each(chosen, tree, this::isShowable, found);
    }

    @Override
    public void take(ViewBuilder chosen, int place, int object) {
        chosen.add(object, place);
    }
}
