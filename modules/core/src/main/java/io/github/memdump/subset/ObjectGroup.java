package io.github.memdump.subset;

import io.github.memdump.array.Saturating;
import io.github.memdump.graph.Graph;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.task.Task;

/**
 * Objects that were made one (memdump's {@code group}): the one with the smallest id stands for all, holds what they
 * held and is held by what held them. Immutable.
 */
public final class ObjectGroup {
    private final int object;
    private final String name;
    private final NodeSet members;
    private final long memsize;

    private ObjectGroup(int object, String name, NodeSet members, long memsize) {
        this.object = object;
        this.name = name;
        this.members = members;
        this.memsize = memsize;
    }

    /**
     * Returns the subset with some of its objects made one; without any of them it is the same subset. References
     * among them are dropped; a group that becomes part of another one is dissolved in it. Linear time.
     */
    public static HeapSubset in(HeapSubset subset, String name, NodeSet objects, Task task) {
        NodeSet grouped = objects.and(subset.objects());
        if (grouped.isEmpty()) {
            return subset;
        }
        int object = grouped.nextMember(0);
        NodeSet.Builder members = grouped.toBuilder();
        long memsize = 0;
        for (int member = object; member >= 0; member = grouped.nextMember(member + 1)) {
            memsize = Saturating.sum(memsize, subset.memsize(member));
            subset.groupOf(member).ifPresent(group -> members.addAll(group.members));
        }
        NodeSet left = subset.objects().minus(grouped).or(NodeSet.of(grouped.nodeCount(), object));
        return subset.grouped(new ObjectGroup(object, name, members.build(), memsize), left,
            merged(subset.references(), grouped, object, task));
    }

    private static Graph merged(Graph references, NodeSet grouped, int object, Task task) {
        Rows rows = new Rows(references.nodeCount(), "Grouping objects", task);
        for (int node = 0; node < references.nodeCount(); node++) {
            if (node == object) {
                grouped.forEach(member -> addOutside(references, member, grouped, rows));
            } else if (!grouped.contains(node)) {
                for (int i = references.from(node); i < references.to(node); i++) {
                    int target = references.target(i);
                    rows.add(grouped.contains(target) ? object : target);
                }
            }
            rows.end();
        }
        return rows.graph();
    }

    private static void addOutside(Graph references, int member, NodeSet grouped, Rows rows) {
        for (int i = references.from(member); i < references.to(member); i++) {
            if (!grouped.contains(references.target(i))) {
                rows.add(references.target(i));
            }
        }
    }

    /** Returns the id of the object that stands for all. */
    public int object() {
        return object;
    }

    /** Returns what the group is called. */
    public String name() {
        return name;
    }

    /** Returns the objects of the heap that were made one. */
    public NodeSet members() {
        return members;
    }

    /** Returns the sum of their sizes in bytes. */
    public long memsize() {
        return memsize;
    }
}
