package io.github.memdump.view.choice;

import io.github.memdump.graph.Graph;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.view.EdgeKind;
import java.util.List;

/**
 * What a subject shows of a heap: which objects, joined by what, and what belongs to it beside them. Not thread-safe.
 */
public interface SubjectChoice extends Surroundings {
    /** Chooses at most so many objects. Of several calls the last is the one that {@link #omissions} is about. */
    ViewBuilder choose(int budget);

    /** Returns the heap of which it is. */
    Heap heap();

    /** Returns which objects lead to which in the view. */
    default Graph references() {
        return heap().references();
    }

    /** Returns what the edge between two shown objects stands for. */
    default EdgeKind kind(int source, int target) {
        return EdgeKind.of(heap(), source, target);
    }

    /** Returns the objects that the view is about; empty if it is about all. */
    default NodeSet members() {
        return NodeSet.none(heap().objectCount());
    }

    /** Returns in sentences what was left out. */
    List<String> omissions(ViewBuilder chosen, int budget);
}
