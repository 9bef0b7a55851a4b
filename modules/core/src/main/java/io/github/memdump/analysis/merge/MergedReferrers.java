package io.github.memdump.analysis.merge;

import io.github.memdump.array.IntList;
import io.github.memdump.array.LongList;
import io.github.memdump.array.LongNumbers;
import io.github.memdump.array.Saturating;
import io.github.memdump.graph.BreadthFirst;
import io.github.memdump.graph.Graph;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.graph.Walk;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Who refers to some objects, and who to these, merged by class.
 *
 * <p>The nodes of the tree are groups of objects. At the top, as node 0, are the chosen objects. Below a group are
 * those that refer to one of its members and are one step further away from the chosen objects, a group for each kind:
 * a root, class or module is a kind of its own, IMEMO and DATA records are told apart by name, all else by class. Since
 * only nearest ways count, no object appears at two depths and cycles end; at one depth it may appear in several
 * groups, below each that it refers to.
 *
 * <p>Breadth-first search, and then, for each group that is expanded, time linear in the references to it; at most
 * {@value #MOST_EXPANDED} groups are expanded, the largest of each depth first. 36 bytes per node; on the way 12 bytes
 * per object of the heap and 4 per member of the groups of two depths. Immutable.
 */
public final class MergedReferrers {
    /** The parent of the chosen objects. */
    public static final int NO_PARENT = -1;
    /** How many groups are expanded at most. */
    public static final int MOST_EXPANDED = 2_000;

    private final int[] parents;
    private final int[] depths;
    private final int[] examples;
    private final int[] heldExamples;
    private final int[] objects;
    private final long[] memsize;
    private final long[] references;
    private final int[] held;
    private final NodeSet expanded;

    private MergedReferrers(Merge merge) {
        this.parents = merge.parents.toArray();
        this.depths = merge.depths.toArray();
        this.examples = merge.examples.toArray();
        this.heldExamples = merge.heldExamples.toArray();
        this.objects = merge.objects.toArray();
        this.memsize = merge.memsize.toArray();
        this.references = merge.references.toArray();
        this.held = merge.held.toArray();
        this.expanded = NodeSet.of(parents.length, merge.expanded.toArray());
    }

    /**
     * Merges the referrers of some objects.
     *
     * @param back   the walk over the {@linkplain Heap#referrers referrers}, perhaps not into or beyond some objects
     * @param chosen whose referrers
     * @param depth  how many steps away from them at most, 1 or more
     * @param task   told of each object met
     * @throws io.github.memdump.task.CancelledException if the task was cancelled
     */
    public static MergedReferrers of(Heap heap, Walk back, NodeSet chosen, int depth, Task task) {
        if (depth < 1) {
            throw new IllegalArgumentException("Referrers cannot be " + depth + " steps away.");
        }
        Merge merge = new Merge(heap, back, BreadthFirst.from(back, chosen.toArray(), 0, task));
        merge.top(chosen);
        task.phase("Merging referrers", MOST_EXPANDED);
        int from = 0;
        for (int at = 0; at < depth && from < merge.parents.size(); at++) {
            int to = merge.parents.size();
            merge.expandAll(from, to, task);
            from = to;
        }
        return new MergedReferrers(merge);
    }

    private static final class Merge {
        final IntList parents = new IntList();
        final IntList depths = new IntList();
        final IntList examples = new IntList();
        final IntList heldExamples = new IntList();
        final IntList objects = new IntList();
        final LongList memsize = new LongList();
        final LongList references = new LongList();
        final IntList held = new IntList();
        final IntList expanded = new IntList();
        private final IntList lastHeld = new IntList();
        private final List<IntList> members = new ArrayList<>();
        private final Heap heap;
        private final Walk back;
        private final BreadthFirst distances;
        private final HolderKinds kinds;
        private final int[] metBy;

        Merge(Heap heap, Walk back, BreadthFirst distances) {
            this.heap = heap;
            this.back = back;
            this.distances = distances;
            this.kinds = new HolderKinds(heap);
            this.metBy = new int[heap.objectCount()];
        }

        void top(NodeSet chosen) {
            append(NO_PARENT, 0);
            chosen.forEach(object -> take(0, object));
        }

        void expandAll(int from, int to, Task task) {
            List<Integer> order = new ArrayList<>();
            for (int node = from; node < to; node++) {
                order.add(node);
            }
            order.sort(Comparator.<Integer>comparingInt(node -> -objects.get(node)).thenComparing(node -> node));
            for (int node : order) {
                if (expanded.size() < MOST_EXPANDED) {
                    expand(node);
                    expanded.add(node);
                    task.done(1);
                }
                members.set(node, null);
            }
        }

        private void expand(int node) {
            Graph graph = back.graph();
            IntList group = members.get(node);
            LongNumbers ofKind = new LongNumbers();
            int first = parents.size();
            int beyond = depths.get(node) + 1;
            for (int m = 0; m < group.size(); m++) {
                int member = group.get(m);
                int to = back.leaves(member) ? graph.to(member) : graph.from(member);
                for (int i = graph.from(member); i < to; i++) {
                    int referrer = graph.target(i);
                    if (distances.distance(referrer) == beyond) {
                        int child = first + ofKind.of(kinds.of(referrer));
                        if (child == parents.size()) {
                            append(node, beyond);
                        }
                        refer(child, member);
                        if (metBy[referrer] != node + 1) {
                            metBy[referrer] = node + 1;
                            take(child, referrer);
                            heldExamples.set(child, member);
                        }
                    }
                }
            }
        }

        private void refer(int child, int member) {
            references.set(child, references.get(child) + 1);
            if (lastHeld.get(child) != member) {
                lastHeld.set(child, member);
                held.set(child, held.get(child) + 1);
            }
        }

        private void append(int parent, int depth) {
            parents.add(parent);
            depths.add(depth);
            examples.add(Heap.NO_OBJECT);
            heldExamples.add(Heap.NO_OBJECT);
            objects.add(0);
            memsize.add(0);
            references.add(0);
            held.add(0);
            lastHeld.add(Heap.NO_OBJECT);
            members.add(new IntList());
        }

        private void take(int node, int object) {
            examples.set(node, object);
            objects.set(node, objects.get(node) + 1);
            memsize.set(node, Saturating.sum(memsize.get(node), heap.memsize(object)));
            members.get(node).add(object);
        }
    }

    /** Returns the number of groups, that of the chosen objects included. */
    public int size() {
        return parents.length;
    }

    /** Returns the group that a group refers to, which has a smaller number, or {@link #NO_PARENT}. */
    public int parent(int node) {
        return parents[node];
    }

    /** Returns how many steps a group is away from the chosen objects. */
    public int depth(int node) {
        return depths[node];
    }

    /** Returns an object of a group: what all are called follows from it; none if nothing was chosen. */
    public int example(int node) {
        return examples[node];
    }

    /** Returns an object of the group above to which {@link #example} refers; none for the chosen objects. */
    public int heldExample(int node) {
        return heldExamples[node];
    }

    /** Returns how many objects a group has. */
    public int objects(int node) {
        return objects[node];
    }

    /** Returns the sum of the sizes of a group's objects in bytes. */
    public long memsize(int node) {
        return memsize[node];
    }

    /** Returns how many references lead from a group to the one above it. */
    public long references(int node) {
        return references[node];
    }

    /** Returns how many objects of the group above it a group refers to. */
    public int held(int node) {
        return held[node];
    }

    /** Returns whether the referrers of a group were looked for. */
    public boolean isExpanded(int node) {
        return expanded.contains(node);
    }
}
