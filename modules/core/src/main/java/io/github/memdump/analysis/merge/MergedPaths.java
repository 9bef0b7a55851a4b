package io.github.memdump.analysis.merge;

import io.github.memdump.array.IntList;
import io.github.memdump.array.LongList;
import io.github.memdump.array.LongNumbers;
import io.github.memdump.array.Saturating;
import io.github.memdump.graph.BreadthFirst;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;
import java.util.Arrays;

/**
 * Paths from the roots to some objects, merged by class: what holds a thousand strings, in a few lines.
 *
 * <p>One path leads to each object, as a rule that of {@link io.github.memdump.heap.RootPaths}. Paths whose
 * beginnings go through the same kinds of objects share that beginning: a root, class or module is a kind of its own,
 * IMEMO and DATA records differ by name, all else by class. The result is a forest whose nodes are numbered so that
 * each comes after its parent; at the top are the ROOT objects.
 *
 * <p>Linear time in the objects of the heap; 32 bytes per node of the forest, on the way 4 bytes per object and 4 more
 * per object on a path. Immutable.
 */
public final class MergedPaths {
    /** The parent of a node at the top. */
    public static final int NO_PARENT = -1;

    private static final int STEP = 1 << 13;

    private final int[] parents;
    private final int[] examples;
    private final int[] holders;
    private final int[] objects;
    private final int[] selected;
    private final long[] selectedMemsize;
    private final int[] depths;
    private final int unreached;

    private MergedPaths(Merge merge, int unreached) {
        this.parents = merge.parents.toArray();
        this.examples = merge.examples.toArray();
        this.holders = merge.holders.toArray();
        this.objects = merge.objects.toArray();
        this.selected = merge.selected.toArray();
        this.selectedMemsize = merge.selectedMemsize.toArray();
        this.depths = new int[parents.length];
        this.unreached = unreached;
        for (int node = 0; node < parents.length; node++) {
            depths[node] = parents[node] == NO_PARENT ? 1 : depths[parents[node]] + 1;
        }
        for (int node = parents.length - 1; node >= 0; node--) {
            if (parents[node] != NO_PARENT) {
                selected[parents[node]] += selected[node];
                selectedMemsize[parents[node]] += selectedMemsize[node];
            }
        }
    }

    /**
     * Merges the paths to some objects.
     *
     * @param heap      the heap
     * @param fromRoots shortest paths from its ROOT objects, perhaps around some objects
     * @param chosen    where the paths end
     * @param task      told of each object on a path
     * @throws io.github.memdump.task.CancelledException if the task was cancelled
     */
    public static MergedPaths of(Heap heap, BreadthFirst fromRoots, NodeSet chosen, Task task) {
        NodeSet.Builder onPath = NodeSet.builder(heap.objectCount());
        int unreached = 0;
        for (int object = chosen.nextMember(0); object >= 0; object = chosen.nextMember(object + 1)) {
            unreached += fromRoots.isReached(object) ? 0 : 1;
            int holder = fromRoots.isReached(object) ? object : BreadthFirst.NO_PARENT;
            while (holder != BreadthFirst.NO_PARENT && onPath.add(holder)) {
                holder = fromRoots.parent(holder);
            }
        }
        Merge merge = new Merge(heap, fromRoots);
        int[] outward = byDistance(fromRoots, onPath.build());
        task.phase("Merging paths", outward.length);
        for (int i = 0; i < outward.length; i++) {
            merge.add(outward[i], chosen.contains(outward[i]));
            if ((i & STEP - 1) == STEP - 1) {
                task.done(STEP);
            }
        }
        task.done(outward.length & STEP - 1);
        return new MergedPaths(merge, unreached);
    }

    /** Returns the objects in ascending order of distance, those of one distance by id. */
    private static int[] byDistance(BreadthFirst fromRoots, NodeSet objects) {
        int[] begin = new int[Math.max(0, fromRoots.depth()) + 2];
        objects.forEach(object -> begin[fromRoots.distance(object) + 1]++);
        for (int distance = 1; distance < begin.length; distance++) {
            begin[distance] += begin[distance - 1];
        }
        int[] ordered = new int[objects.size()];
        objects.forEach(object -> ordered[begin[fromRoots.distance(object)]++] = object);
        return ordered;
    }

    private static final class Merge {
        final IntList parents = new IntList();
        final IntList examples = new IntList();
        final IntList holders = new IntList();
        final IntList objects = new IntList();
        final IntList selected = new IntList();
        final LongList selectedMemsize = new LongList();
        private final Heap heap;
        private final BreadthFirst fromRoots;
        private final HolderKinds kinds;
        private final LongNumbers numbers = new LongNumbers();
        private final int[] nodeOf;

        Merge(Heap heap, BreadthFirst fromRoots) {
            this.heap = heap;
            this.fromRoots = fromRoots;
            this.kinds = new HolderKinds(heap);
            this.nodeOf = new int[heap.objectCount()];
        }

        void add(int object, boolean isChosen) {
            int holder = fromRoots.parent(object);
            int parent = holder == BreadthFirst.NO_PARENT ? NO_PARENT : nodeOf[holder];
            int node = numbers.of((long) parent << Integer.SIZE | (kinds.of(object) & 0xFFFF_FFFFL));
            if (node == parents.size()) {
                parents.add(parent);
                examples.add(object);
                holders.add(holder == BreadthFirst.NO_PARENT ? Heap.NO_OBJECT : holder);
                objects.add(0);
                selected.add(0);
                selectedMemsize.add(0);
            }
            nodeOf[object] = node;
            objects.set(node, objects.get(node) + 1);
            if (isChosen) {
                selected.set(node, selected.get(node) + 1);
                selectedMemsize.set(node, Saturating.sum(selectedMemsize.get(node), heap.memsize(object)));
            }
        }
    }

    /** Returns the number of nodes of the forest. */
    public int size() {
        return parents.length;
    }

    /** Returns the parent of a node, which has a smaller number, or {@link #NO_PARENT}. */
    public int parent(int node) {
        return parents[node];
    }

    /** Returns the distance of a node's objects from the virtual root: 1 for ROOT objects. */
    public int depth(int node) {
        return depths[node];
    }

    /** Returns one of the objects that were merged into a node: what all are called follows from it. */
    public int example(int node) {
        return examples[node];
    }

    /** Returns the object that refers to {@link #example} on its path, {@link Heap#NO_OBJECT} for a root. */
    public int holder(int node) {
        return holders[node];
    }

    /** Returns how many objects on the paths were merged into a node. */
    public int objects(int node) {
        return objects[node];
    }

    /** Returns how many paths lead through a node: how many of the chosen objects are in it or below. */
    public int selected(int node) {
        return selected[node];
    }

    /** Returns the sum of the sizes, in bytes, of the chosen objects in a node or below. */
    public long selectedMemsize(int node) {
        return selectedMemsize[node];
    }

    /** Returns how many of the chosen objects have no path. */
    public int unreached() {
        return unreached;
    }

    @Override
    public String toString() {
        return size() + " nodes, " + Arrays.stream(selected).max().orElse(0) + " paths through the largest";
    }
}
