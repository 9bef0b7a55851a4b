package io.github.memdump.subset;

import io.github.memdump.graph.Collapse;
import io.github.memdump.graph.Graph;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.RecordTypes;
import io.github.memdump.task.Task;

/**
 * memdump's {@code common_cleanup}: WeakRef objects are removed; IMEMO, HASH and ARRAY objects, instances of Set and
 * RubyVM::Env, and what the dump itself allocated (method {@code dump_all}) are collapsed. What remains are the
 * objects that a programmer knows by name. Immutable.
 */
public final class CommonCleanup {
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
        NodeSet removed = removable(heap);
        NodeSet collapsed = collapsible(heap).minus(removed);
        return new CommonCleanup(removed, collapsed,
            Collapse.collapse(heap.references(), removed, collapsed, task));
    }

    /** Cleans up a subset in the same way. */
    public static HeapSubset of(HeapSubset subset, Task task) {
        HeapSubset strong = subset.without(removable(subset.heap()));
        return strong.collapse(collapsible(subset.heap()), task);
    }

    private static NodeSet removable(Heap heap) {
        boolean[] weak = classesNamed(heap, "WeakRef");
        return NodeSet.where(heap.objectCount(), object -> weak[heap.classNumber(object)]);
    }

    private static NodeSet collapsible(Heap heap) {
        boolean[] containers = classesNamed(heap, "Set", "RubyVM::Env");
        boolean[] dumping = sitesOf(heap, "dump_all");
        return NodeSet.where(heap.objectCount(), object -> isContainer(heap.type(object))
            || containers[heap.classNumber(object)] || heap.site(object) >= 0 && dumping[heap.site(object)]);
    }

    private static boolean isContainer(int type) {
        return type == RecordTypes.IMEMO || type == RecordTypes.HASH || type == RecordTypes.ARRAY;
    }

    private static boolean[] classesNamed(Heap heap, String... names) {
        boolean[] result = new boolean[heap.classes().size()];
        for (int c = 0; c < result.length; c++) {
            for (String name : names) {
                result[c] |= heap.classes().name(c).equals(name);
            }
        }
        return result;
    }

    private static boolean[] sitesOf(Heap heap, String method) {
        boolean[] result = new boolean[heap.sites().size()];
        for (int site = 0; site < result.length; site++) {
            result[site] = heap.sites().method(site).equals(method);
        }
        return result;
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
