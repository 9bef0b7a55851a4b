package io.github.memdump.view.choice;

import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.Retained;
import io.github.memdump.graph.Graph;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.RecordTypes;
import io.github.memdump.subset.CommonCleanup;
import io.github.memdump.task.Task;
import java.util.ArrayList;
import java.util.List;

/**
 * Chooses of a heap, cleaned up or as it is, what retains most, from the roots on: each object hangs on a chosen one.
 */
public final class HeapChoice implements SubjectChoice {
    private final Heap heap;
    private final Cleanup cleanup;
    private final Graph references;
    private final NodeSet remaining;
    private final Retained retained;

    private HeapChoice(Findings findings, Cleanup cleanup, NodeSet remaining, Graph references) {
        this.heap = findings.heap();
        this.cleanup = cleanup;
        this.remaining = remaining;
        this.references = references;
        this.retained = findings.retained().orElseThrow();
    }

    /** Returns the choice of a heap that is cleaned up first, or as it is if that is out of proportion. */
    public static HeapChoice cleanedUp(Findings findings, Task task) {
        return CommonCleanup.inProportion(findings.heap(), task)
            .map(done -> new HeapChoice(findings, Cleanup.DONE, done.remaining(), done.references()))
            .orElseGet(() -> asItIs(findings, Cleanup.OUT_OF_PROPORTION));
    }

    /** Returns the choice of a heap as it is. */
    public static HeapChoice asItIs(Findings findings) {
        return asItIs(findings, Cleanup.NOT_ASKED_FOR);
    }

    private static HeapChoice asItIs(Findings findings, Cleanup cleanup) {
        Heap heap = findings.heap();
        return new HeapChoice(findings, cleanup, NodeSet.all(heap.objectCount()), heap.references());
    }

    @Override
    public Heap heap() {
        return heap;
    }

    @Override
    public ViewBuilder choose(int budget) {
        ViewBuilder chosen = new ViewBuilder(budget);
        Expansion outward = new Expansion(chosen, references, retained, this::isShowable);
        for (int root : heap.roots()) {
            if (chosen.room() > 0) {
                chosen.add(root, ViewBuilder.NO_PARENT);
            }
        }
        for (int i = 0, roots = chosen.size(); i < roots; i++) {
            outward.from(chosen.object(i));
        }
        while (chosen.room() > 0 && outward.best() >= 0) {
            outward.takeBest();
        }
        return flattened(chosen, budget);
    }

    /** Lets each object hang on one that is as near to a root as the shown objects allow. */
    private ViewBuilder flattened(ViewBuilder chosen, int budget) {
        ViewBuilder flat = new ViewBuilder(budget);
        for (int i = 0; i < chosen.size() && heap.isRoot(chosen.object(i)); i++) {
            flat.add(chosen.object(i), ViewBuilder.NO_PARENT);
        }
        for (int i = 0; i < flat.size(); i++) {
            int object = flat.object(i);
            for (int e = references.from(object); e < references.to(object); e++) {
                int target = references.target(e);
                if (chosen.contains(target) && !flat.contains(target)) {
                    flat.add(target, object);
                }
            }
        }
        return flat;
    }

    private boolean isShowable(int object) {
        return remaining.contains(object) && heap.type(object) != RecordTypes.SHAPE;
    }

    private int showable() {
        int count = 0;
        for (int object = remaining.nextMember(0); object >= 0; object = remaining.nextMember(object + 1)) {
            count += isShowable(object) && retained.isReachable(object) ? 1 : 0;
        }
        return count;
    }

    @Override
    public Graph references() {
        return references;
    }

    @Override
    public List<String> omissions(ViewBuilder chosen, int budget) {
        List<String> sentences = new ArrayList<>();
        if (cleanup == Cleanup.OUT_OF_PROPORTION) {
            sentences.add("Not cleaned up: very many objects share a container of very many, and without it each of"
                + " them would refer to each of these. So arrays, hashes and what Ruby keeps for itself are shown.");
        }
        sentences.addAll(Omissions.ofHeap(chosen, showable(), cleanup == Cleanup.DONE ? "cleaned-up heap" : "heap",
            budget));
        return sentences;
    }

    @Override
    public void each(ViewBuilder chosen, Found found) {
        Neighbours.each(chosen, references, this::isShowable, found);
    }

    @Override
    public void take(ViewBuilder chosen, int place, int object) {
        chosen.add(object, place);
    }

    private enum Cleanup {
        DONE, NOT_ASKED_FOR, OUT_OF_PROPORTION
    }
}
