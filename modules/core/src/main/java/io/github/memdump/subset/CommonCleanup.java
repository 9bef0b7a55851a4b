package io.github.memdump.subset;

import io.github.memdump.graph.Collapse;
import io.github.memdump.graph.Graph;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.graph.TooManyEdgesException;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * memdump's {@code common_cleanup}: WeakRef objects are removed; IMEMO, HASH and ARRAY objects, instances of Set and
 * RubyVM::Env, and what the dump itself allocated (method {@code dump_all}) are collapsed. What remains are the
 * objects that a programmer knows by name. Immutable.
 */
public final class CommonCleanup {
    /** A cleaned-up heap with more references than so many times what it consists of shows less than the heap. */
    private static final long PROPORTION = 4;
    private static final long ALWAYS_WORTH_IT = 1 << 20;

    private final NodeSet removed;
    private final NodeSet collapsed;
    private final Graph references;

    private CommonCleanup(NodeSet removed, NodeSet collapsed, Graph references) {
        this.removed = removed;
        this.collapsed = collapsed;
        this.references = references;
    }

    /** Cleans up a heap; for the time see {@link Collapse#collapse}. */
    public static CommonCleanup of(Heap heap, Task task) {
        NodeSet removed = removed(heap);
        NodeSet collapsed = collapsed(heap);
        return new CommonCleanup(removed, collapsed, Collapse.collapse(heap.references(), removed, collapsed, task));
    }

    /**
     * Cleans up a heap if what comes of it is in proportion to the heap: at most 4 references for each of its objects
     * and references, or a million. Where very many objects share a container of very many, it is not: each of them
     * would refer to each of these. Linear in time and memory either way.
     *
     * @return nothing if the references are not in proportion
     */
    public static Optional<CommonCleanup> inProportion(Heap heap, Task task) {
        long most = Math.max(ALWAYS_WORTH_IT, PROPORTION * ((long) heap.objectCount() + heap.references().edgeCount()));
        NodeSet removed = removed(heap);
        NodeSet collapsed = collapsed(heap);
        try {
            return Optional.of(new CommonCleanup(removed, collapsed,
                Collapse.collapse(heap.references(), removed, collapsed, most, task)));
        } catch (TooManyEdgesException outOfProportion) {
            return Optional.empty();
        }
    }

    /** Returns the objects of a heap that a cleanup leaves, without joining them; linear. */
    public static NodeSet remaining(Heap heap) {
        return removed(heap).or(collapsed(heap)).complement();
    }

    private static NodeSet removed(Heap heap) {
        return objects(heap, CleanupStep.common(), true);
    }

    private static NodeSet collapsed(Heap heap) {
        return objects(heap, CleanupStep.common(), false).minus(removed(heap));
    }

    /** Cleans up a subset in the same way. */
    public static HeapSubset of(HeapSubset subset, Task task) {
        return of(subset, CleanupStep.common(), task);
    }

    /** Cleans up a subset in some ways: removes first, then collapses. */
    public static HeapSubset of(HeapSubset subset, Set<CleanupStep> steps, Task task) {
        HeapSubset strong = subset.without(objects(subset.heap(), steps, true));
        return strong.collapse(objects(subset.heap(), steps, false), task);
    }

    private static NodeSet objects(Heap heap, Set<CleanupStep> steps, boolean removed) {
        IntPredicate[] tests = steps.stream().filter(step -> step.removes() == removed).map(step -> step.in(heap))
            .toArray(IntPredicate[]::new);
        return NodeSet.where(heap.objectCount(), object -> {
            for (IntPredicate test : tests) {
                if (test.test(object)) {
                    return true;
                }
            }
            return false;
        });
    }

    /** Returns the objects that were removed. */
    public NodeSet removed() {
        return removed;
    }

    /** Returns the objects that were collapsed. */
    public NodeSet collapsed() {
        return collapsed;
    }

    /** Returns the objects that remain. */
    public NodeSet remaining() {
        return removed.or(collapsed).complement();
    }

    /** Returns the references among the objects that remain, over the ids of the heap. */
    public Graph references() {
        return references;
    }
}
