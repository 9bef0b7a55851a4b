package io.github.memdump.subset;

import io.github.memdump.graph.Graph;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.task.Task;

/**
 * Who refers to objects (memdump's {@code parents_of}), a search told step by step. Immutable.
 *
 * <pre>{@code
 * Parents parents = ParentsOf.objects(plans).referringToMoreThan(2).excludingThem().in(subset, task);
 * }</pre>
 */
public final class ParentsOf {
    private final NodeSet children;
    private final int min;
    private final boolean excluding;

    private ParentsOf(NodeSet children, int min, boolean excluding) {
        this.children = children;
        this.min = min;
        this.excluding = excluding;
    }

    /** Searches all objects that refer to one of these. */
    public static ParentsOf objects(NodeSet children) {
        return new ParentsOf(children, 0, false);
    }

    /** Searches those that refer to more than so many of them. */
    public ParentsOf referringToMoreThan(int count) {
        return new ParentsOf(children, count, excluding);
    }

    /** Searches outside the objects themselves. */
    public ParentsOf excludingThem() {
        return new ParentsOf(children, min, true);
    }

    /** Returns the parents in a subset; children outside the subset do not count. Linear time. */
    public Parents in(HeapSubset subset, Task task) {
        Graph references = subset.references();
        NodeSet candidates = excluding ? subset.objects().minus(children) : subset.objects();
        task.phase("Finding parents", candidates.size());
        NodeSet parents = NodeSet.where(references.nodeCount(),
            object -> candidates.contains(object) && count(references, object) > min);
        int[] objects = parents.toArray();
        int[] counts = new int[objects.length];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = count(references, objects[i]);
        }
        task.done(candidates.size());
        return new Parents(subset.keep(parents), objects, counts);
    }

    private int count(Graph references, int object) {
        int count = 0;
        for (int i = references.from(object); i < references.to(object); i++) {
            count += children.contains(references.target(i)) ? 1 : 0;
        }
        return count;
    }
}
