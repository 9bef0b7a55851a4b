package io.github.memdump.analysis;

import io.github.memdump.graph.Graph;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.subset.HeapSubset;
import io.github.memdump.task.Task;

/**
 * Where old meets new: the old objects that hold a new one and the new objects held by an old one (memdump's
 * {@code interface_with}). Immutable.
 */
public final class Border {
    private static final int STEP = 1 << 14;

    private final NodeSet oldBorder;
    private final NodeSet newBorder;
    private final long edgesAcross;

    private Border(NodeSet oldBorder, NodeSet newBorder, long edgesAcross) {
        this.oldBorder = oldBorder;
        this.newBorder = newBorder;
        this.edgesAcross = edgesAcross;
    }

    /** Finds the border of the new objects in the heap that holds them; linear time, 2 bits per object. */
    public static Border of(Heap after, NodeSet newObjects, Task task) {
        return between(after.references(), newObjects, task);
    }

    /**
     * Finds where some objects of a subset meet the rest of it: {@link #newBorder} are those that one of the rest
     * holds, {@link #oldBorder} those of the rest that hold one (memdump's {@code interface_with}).
     */
    public static Border of(HeapSubset subset, NodeSet inner, Task task) {
        return between(subset.references(), inner, task);
    }

    private static Border between(Graph references, NodeSet newObjects, Task task) {
        int objects = references.nodeCount();
        NodeSet.Builder holders = NodeSet.builder(objects);
        NodeSet.Builder held = NodeSet.builder(objects);
        long across = 0;
        task.phase("Finding the border", objects);
        for (int object = 0; object < objects; object++) {
            if (!newObjects.contains(object)) {
                for (int i = references.from(object); i < references.to(object); i++) {
                    if (newObjects.contains(references.target(i))) {
                        held.add(references.target(i));
                        holders.add(object);
                        across++;
                    }
                }
            }
            if ((object & STEP - 1) == STEP - 1) {
                task.done(STEP);
            }
        }
        return new Border(holders.build(), held.build(), across);
    }

    /** Returns the old border: old objects that hold a new one. */
    public NodeSet oldBorder() {
        return oldBorder;
    }

    /** Returns the new border: new objects held by an old one. */
    public NodeSet newBorder() {
        return newBorder;
    }

    /** Returns the number of references from the old border to the new border. */
    public long edgesAcross() {
        return edgesAcross;
    }
}
