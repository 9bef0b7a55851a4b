package io.github.memdump.analysis;

import io.github.memdump.array.Saturating;
import io.github.memdump.graph.Dominators;
import io.github.memdump.graph.Graph;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.graph.Reachability;
import io.github.memdump.graph.Walk;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * What groups of objects retain: all objects of a class, from an allocation site, of a generation; the dump's
 * {@link OwnObjects} are in no group. Immutable.
 *
 * <p>Members of a group often dominate one another (a tree of nodes of one class), so the sum over all of them would
 * count the same bytes many times. Here only those members add up that no other member dominates. That is the least the
 * group retains; what several members hold together, and none alone, comes on top, see {@link #freedWithout}.
 */
public final class Consumers {
    private static final int STEP = 1 << 14;

    private final Heap heap;
    private final Retained retained;
    private final KeyedGroups groups;
    private final List<Row> rows;

    private Consumers(Heap heap, Retained retained, KeyedGroups groups, List<Row> rows) {
        this.heap = heap;
        this.retained = retained;
        this.groups = groups;
        this.rows = Collections.unmodifiableList(rows);
    }

    /** One group. Immutable. */
    public static final class Row {
        private final String key;
        private final int group;
        private final long[] sums;
        private final int largest;

        Row(String key, int group, long[] sums, int largest) {
            this.key = key;
            this.group = group;
            this.sums = sums;
            this.largest = largest;
        }

        /** Returns what the objects of the group share; empty where it is not known. */
        public String key() {
            return key;
        }

        /** Returns the number of objects, those that no root reaches included. */
        public long count() {
            return sums[0];
        }

        /** Returns the sum of their own sizes in bytes. */
        public long memsize() {
            return sums[1];
        }

        /** Returns how many objects are retained by single members of the group, each counted once. */
        public long retainedCount() {
            return sums[2];
        }

        /** Returns the sizes of these in bytes. */
        public long retainedSize() {
            return sums[3];
        }

        /** Returns the member that retains most bytes; {@link Heap#NO_OBJECT} where no root reaches any. */
        public int largest() {
            return largest;
        }
    }

    /** Objects that would die together, and their bytes. Immutable. */
    public static final class Freed {
        private final long count;
        private final long size;

        Freed(long count, long size) {
            this.count = count;
            this.size = size;
        }

        /** Returns the number of objects. */
        public long count() {
            return count;
        }

        /** Returns the sum of their sizes in bytes. */
        public long size() {
            return size;
        }
    }

    /**
     * Adds up what the groups retain. Linear time; on the way 16 bytes per object and 40 per group.
     *
     * @throws io.github.memdump.task.CancelledException if the task was cancelled
     */
    public static Consumers of(Heap heap, Retained retained, Grouping grouping, Task task) {
        KeyedGroups groups = KeyedGroups.of(heap, grouping);
        long[][] sums = new long[groups.count()][4];
        OwnObjects own = OwnObjects.of(heap);
        for (int object = 0; object < heap.objectCount(); object++) {
            if (own.contains(object)) {
                continue;
            }
            long[] sum = sums[groups.group(object)];
            sum[0]++;
            sum[1] = Saturating.sum(sum[1], heap.memsize(object));
        }
        int[] largest = new int[groups.count()];
        Arrays.fill(largest, Heap.NO_OBJECT);
        addTopMembers(heap, retained, groups, own, sums, largest, task);
        List<Row> rows = new ArrayList<>();
        for (int group = 0; group < sums.length; group++) {
            if (sums[group][0] > 0) {
                rows.add(new Row(groups.key(group), group, sums[group], largest[group]));
            }
        }
        rows.sort(Comparator.comparingLong(Row::retainedSize).thenComparingLong(Row::retainedCount)
            .thenComparingLong(Row::count).reversed().thenComparing(Row::key));
        return new Consumers(heap, retained, groups, rows);
    }

    /** Walks the dominator tree downwards, and counts a member only while no other of its group is open above it. */
    private static void addTopMembers(Heap heap, Retained retained, KeyedGroups groups, OwnObjects own, long[][] sums,
        int[] largest, Task task) {
        Dominators dominators = retained.dominators();
        Graph tree = dominators.tree(task);
        int[] next = new int[heap.objectCount()];
        int[] open = new int[groups.count()];
        task.phase("Adding up what groups retain", dominators.reachableCount());
        int done = 0;
        int root = heap.objectCount();
        for (int i = tree.from(root); i < tree.to(root); i++) {
            int node = tree.target(i);
            while (node >= 0) {
                int group = groups.group(node);
                int place = tree.from(node) + next[node]++;
                if (next[node] == 1) {
                    if (!own.contains(node) && open[group]++ == 0) {
                        sums[group][2] += retained.count(node);
                        sums[group][3] = Saturating.sum(sums[group][3], retained.size(node));
                        if (largest[group] < 0 || retained.size(node) > retained.size(largest[group])) {
                            largest[group] = node;
                        }
                    }
                    if ((++done & STEP - 1) == 0) {
                        task.done(STEP);
                    }
                }
                if (place < tree.to(node)) {
                    node = tree.target(place);
                } else {
                    open[group] -= own.contains(node) ? 0 : 1;
                    node = dominators.dominator(node);
                }
            }
        }
    }

    /** Returns the groups, by retained size descending, then retained count, count and key. */
    public List<Row> rows() {
        return rows;
    }

    /**
     * Finds what would die if all objects of a group went: what its members retain singly, and what only several of
     * them together hold. One walk over the heap, linear time, 2 bits per object.
     *
     * @throws io.github.memdump.task.CancelledException if the task was cancelled
     */
    public Freed freedWithout(Row row, Task task) {
        NodeSet others = NodeSet.where(heap.objectCount(), object -> groups.group(object) != row.group);
        NodeSet left = Reachability.from(Walk.over(heap.references()).within(others), heap.roots(), task);
        long count = 0;
        long size = 0;
        for (int object = 0; object < heap.objectCount(); object++) {
            if (retained.isReachable(object) && !left.contains(object)) {
                count++;
                size = Saturating.sum(size, heap.memsize(object));
            }
        }
        return new Freed(count, size);
    }
}
