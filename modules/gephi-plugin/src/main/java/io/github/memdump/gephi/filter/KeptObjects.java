package io.github.memdump.gephi.filter;

import io.github.memdump.analysis.Findings;
import io.github.memdump.gephi.heap.WorkspaceHeap;
import io.github.memdump.graph.NodeSet;
import java.lang.ref.WeakReference;
import java.util.Optional;
import java.util.function.Predicate;
import org.gephi.graph.api.Node;

/** Which objects of a heap were found for a question, or that none could be. Does not hold the heap. Immutable. */
final class KeptObjects {
    /** Nothing was asked yet. */
    static final KeptObjects NONE = new KeptObjects(null, "", null, null, false);

    private final WorkspaceHeap heap;
    private final String question;
    private final WeakReference<Findings> findings;
    private final NodeSet objects;
    private final boolean hasHeap;

    private KeptObjects(WorkspaceHeap heap, String question, Findings findings, NodeSet objects, boolean hasHeap) {
        this.heap = heap;
        this.question = question;
        this.findings = new WeakReference<>(findings);
        this.objects = objects;
        this.hasHeap = hasHeap;
    }

    static KeptObjects found(WorkspaceHeap heap, String question, Findings findings, NodeSet objects) {
        return new KeptObjects(heap, question, findings, objects, true);
    }

    /** Returns that a question cannot be answered, so that everything is kept. */
    static KeptObjects everything(WorkspaceHeap heap, String question) {
        return new KeptObjects(heap, question, null, null, true);
    }

    /** Returns that the heap cannot be had. */
    static KeptObjects withoutHeap(WorkspaceHeap heap, String question) {
        return new KeptObjects(heap, question, null, null, false);
    }

    /** Returns whether this is the answer to a question about a heap as it is now. */
    boolean answers(WorkspaceHeap asked, String what) {
        if (!question.equals(what) || heap == null) {
            return false;
        }
        return objects == null ? heap == asked
            : asked.loaded().isPresent() && findings.get() == asked.loaded().orElseThrow();
    }

    /** Returns which nodes are kept; nothing if the heap cannot be had. */
    Optional<Predicate<Node>> nodes() {
        if (!hasHeap) {
            return Optional.empty();
        }
        Findings known = findings.get();
        return Optional.of(objects == null || known == null ? node -> true
            : SelectionFilter.standsForOne(objects, known.heap()));
    }
}
