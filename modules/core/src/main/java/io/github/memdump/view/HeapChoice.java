package io.github.memdump.view;

import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.Retained;
import io.github.memdump.graph.Graph;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.RecordTypes;
import io.github.memdump.subset.CommonCleanup;
import io.github.memdump.task.Task;
import java.util.List;

/**
 * Chooses, of a heap that may have been cleaned up, what retains most, from the roots on: each object hangs on a chosen
 * one.
 */
final class HeapChoice implements Choice {
    private final Heap heap;
    private final boolean cleanup;
    private final NodeSet remaining;
    private final Graph references;
    private final Retained retained;

    /** Prepares to show a heap, cleaned up or as it is. */
    HeapChoice(Findings findings, boolean cleanup, Task task) {
        this.heap = findings.heap();
        this.cleanup = cleanup;
        if (cleanup) {
            CommonCleanup cleaned = CommonCleanup.of(heap, task);
            this.remaining = cleaned.remaining();
            this.references = cleaned.references();
        } else {
            this.remaining = NodeSet.all(heap.objectCount());
            this.references = heap.references();
        }
        this.retained = findings.retained().orElseThrow();
    }

    @Override
    public Chosen choose(int budget) {
        Chosen chosen = new Chosen(budget);
        Expansion outward = new Expansion(chosen, references, retained, this::isShowable);
        for (int root : heap.roots()) {
            if (chosen.room() > 0) {
                chosen.add(root, Chosen.NO_PARENT);
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
    private Chosen flattened(Chosen chosen, int budget) {
        Chosen flat = new Chosen(budget);
        for (int i = 0; i < chosen.size() && heap.isRoot(chosen.object(i)); i++) {
            flat.add(chosen.object(i), Chosen.NO_PARENT);
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
    public EdgeKind kind(int source, int target) {
        return heap.references().hasEdge(source, target) ? EdgeKind.REFERENCE : EdgeKind.COLLAPSED;
    }

    @Override
    public NodeSet members() {
        return NodeSet.none(heap.objectCount());
    }

    @Override
    public List<String> omissions(Chosen chosen, int budget) {
        return Omissions.ofHeap(cleanup ? "cleaned-up heap" : "heap", chosen, showable(), budget);
    }

    @Override
    public void each(Chosen chosen, Found found) {
        Neighbours.each(chosen, references, this::isShowable, found);
    }

    @Override
    public void take(Chosen chosen, int place, int object) {
        chosen.add(object, place);
    }
}
