package io.github.memdump.subset;

import io.github.memdump.graph.Graph;
import io.github.memdump.graph.NodeSet;

/**
 * The roots of a subset: objects that nothing in it refers to (memdump's {@code roots}). In a whole heap these are the
 * ROOT objects and what is garbage or unknown to the dump; in a part of it what the rest of the heap would hold.
 */
public final class Roots {
    private Roots() {
    }

    /** Returns the objects that nothing in the subset refers to, not even they themselves; linear time. */
    public static HeapSubset of(HeapSubset subset) {
        return subset.without(targets(subset, subset.objects()));
    }

    /** Returns some objects of a subset together with what they refer to ({@code add_children}); linear time. */
    public static HeapSubset withChildren(HeapSubset subset, NodeSet parents) {
        return subset.keep(parents.or(targets(subset, parents.and(subset.objects()))));
    }

    private static NodeSet targets(HeapSubset subset, NodeSet sources) {
        Graph references = subset.references();
        NodeSet.Builder targets = NodeSet.builder(references.nodeCount());
        sources.forEach(object -> {
            for (int i = references.from(object); i < references.to(object); i++) {
                targets.add(references.target(i));
            }
        });
        return targets.build();
    }
}
