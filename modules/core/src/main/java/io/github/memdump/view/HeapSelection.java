package io.github.memdump.view;

import io.github.memdump.subset.CommonCleanup;
import io.github.memdump.analysis.Retained;
import io.github.memdump.graph.Graph;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.RecordTypes;

/** Chooses, of a heap that was cleaned up, what retains most, from the roots on: each object hangs on a chosen one. */
final class HeapSelection {
    private final Heap heap;
    private final CommonCleanup cleaned;
    private final NodeSet remaining;
    private final Retained retained;

    HeapSelection(Heap heap, CommonCleanup cleaned, Retained retained) {
        this.heap = heap;
        this.cleaned = cleaned;
        this.remaining = cleaned.remaining();
        this.retained = retained;
    }

    Chosen choose(int budget) {
        Chosen chosen = new Chosen(budget);
        Expansion outward = new Expansion(chosen, cleaned.references(), retained, this::isShowable);
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
        Graph references = cleaned.references();
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

    /** Returns how many objects of the heap could be shown if the budget allowed it. */
    int showable() {
        int count = 0;
        for (int object = remaining.nextMember(0); object >= 0; object = remaining.nextMember(object + 1)) {
            count += isShowable(object) && retained.isReachable(object) ? 1 : 0;
        }
        return count;
    }
}
