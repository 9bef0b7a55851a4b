package io.github.memdump.graph.reach;

import io.github.memdump.graph.NodeSet;
import io.github.memdump.graph.Quotient;
import io.github.memdump.graph.Walk;
import io.github.memdump.task.Task;
import java.util.Arrays;

/**
 * For each of some chosen nodes the number of nodes that a walk reaches from it, the node itself included.
 *
 * <p>Nodes that reach each other are merged, so is each with what only it refers to, and what the largest strong
 * component reaches is counted once for all (see {@link Contraction}). What remains is counted in nearly linear time
 * wherever it looks like a heap, that is, nearly like a tree (see {@link ReachIntervals}). Nodes that this leaves open
 * are carried through the graph 256 at a time, one bit each, in topological order, on several threads (see {@link
 * OpenGroups}), as far as a {@link ReachBudget} goes. The rest are estimated, and said to be.
 * Results do not depend on the number of threads.
 *
 * <p>For {@code g} groups and {@code e} edges that remain, the exact counts of a graph made to be hard take
 * {@code g + e} steps for each 256 nodes or part of them. No exact method is known to be near-linear for all nodes of
 * any graph, and under usual assumptions there is none (Borassi: A Note on the Complexity of Computing the Number of
 * Reachable Vertices in a Digraph, 2016).
 *
 * <p>Keeps 4 bytes per chosen node. On the way 4 bytes per node of the graph; 8 per strong component, 12 unless all
 * nodes are chosen; then 4 per edge between groups, and per group 20 and up to 32 for intervals, 64 while some are
 * thrown away, but 12 at most on the heaps measured; and only where groups are left open, what {@link OpenGroups}
 * takes. Immutable.
 */
public final class ReachCounts {
    private final int[] counts;
    /** The places in {@code counts} that hold estimates. */
    private final NodeSet estimates;

    private ReachCounts(int[] counts, NodeSet estimates) {
        this.counts = counts;
        this.estimates = estimates;
    }

    /**
     * Counts exactly what each source reaches, however long it takes.
     *
     * @param walk    where to go
     * @param sources the nodes to count for, in any order, duplicates welcome
     * @param task    told of the steps
     * @return for each source, at its index, the number of nodes; 0 for one that the walk does not enter
     * @throws io.github.memdump.task.CancelledException if the task was cancelled
     */
    public static int[] of(Walk walk, int[] sources, Task task) {
        return within(ReachBudget.UNLIMITED, walk, sources, task).counts;
    }

    /**
     * Counts what each source reaches, exactly as far as the budget goes.
     *
     * @param budget  what exact counts are worth
     * @param walk    where to go
     * @param sources the nodes to count for, in any order, duplicates welcome
     * @param task    told of the steps
     * @throws io.github.memdump.task.CancelledException if the task was cancelled
     */
    public static ReachCounts within(ReachBudget budget, Walk walk, int[] sources, Task task) {
        Answers answers = answers(budget, walk, NodeSet.of(walk.nodeCount(), sources), task);
        int[] counts = new int[sources.length];
        NodeSet.Builder estimates = NodeSet.builder(sources.length);
        for (int i = 0; i < counts.length; i++) {
            answers.put(sources[i], counts, i, estimates);
        }
        return new ReachCounts(counts, estimates.build());
    }

    /** Counts the same for all members of a set; the index of a source is its place among them, ascending. */
    public static ReachCounts within(ReachBudget budget, Walk walk, NodeSet sources, Task task) {
        Answers answers = answers(budget, walk, sources, task);
        int[] counts = new int[sources.size()];
        NodeSet.Builder estimates = NodeSet.builder(counts.length);
        int source = -1;
        for (int i = 0; i < counts.length; i++) {
            source = sources.nextMember(source + 1);
            answers.put(source, counts, i, estimates);
        }
        return new ReachCounts(counts, estimates.build());
    }

    private static Answers answers(ReachBudget budget, Walk walk, NodeSet sources, Task task) {
        NodeSet entered = NodeSet.where(sources.nodeCount(), v -> sources.contains(v) && walk.enters(v));
        if (entered.isEmpty()) {
            int[] none = new int[walk.nodeCount()];
            Arrays.fill(none, Quotient.NO_GROUP);
            return new Answers(none, new int[0], NodeSet.builder(0).build());
        }
        Contraction groups = Contraction.of(walk, entered, task);
        ReachGraph graph = ReachGraph.of(walk, groups, task);
        ReachIntervals intervals = ReachIntervals.of(graph, budget, task);
        NodeSet open = intervals.open();
        if (!open.isEmpty()) {
            NodeSet.Builder asked = NodeSet.builder(graph.groupCount());
            entered.forEach(source -> {
                if (intervals.row(groups.groupOf[source]) == ReachIntervals.OPEN) {
                    asked.add(groups.groupOf[source]);
                }
            });
            open = new OpenGroups(graph, groups.groupOf, intervals.counts(), budget, task).answer(asked.build(), open);
        }
        return new Answers(groups.groupOf, intervals.counts(), open);
    }

    /** What is known of each group. */
    private static final class Answers {
        private final int[] groupOf;
        private final int[] counts;
        private final NodeSet estimates;

        Answers(int[] groupOf, int[] counts, NodeSet estimates) {
            this.groupOf = groupOf;
            this.counts = counts;
            this.estimates = estimates;
        }

        /** Puts the answer of a source at an index; nothing if the walk does not enter it. */
        void put(int source, int[] target, int index, NodeSet.Builder estimated) {
            int group = groupOf[source];
            if (group != Quotient.NO_GROUP) {
                target[index] = counts[group];
                if (estimates.contains(group)) {
                    estimated.add(index);
                }
            }
        }
    }

    /** Returns the number of sources. */
    public int size() {
        return counts.length;
    }

    /** Returns the number of nodes that the source at an index reaches; 0 if the walk does not enter it. */
    public int count(int index) {
        return counts[index];
    }

    /** Returns all counts, in an array that belongs to the caller. */
    public int[] toArray() {
        return counts.clone();
    }

    /** Returns whether the count of the source at an index is exact and not an estimate. */
    public boolean isExact(int index) {
        return !estimates.contains(index);
    }

    /** Returns how many of the sources have a count that is an estimate. */
    public int estimated() {
        return estimates.size();
    }

    /**
     * Returns the standard error of an estimate, relative to it: two estimates of three are nearer to the truth than
     * this, nineteen of twenty nearer than twice this. 0 if all counts are exact.
     */
    public double relativeError() {
        return estimates.isEmpty() ? 0 : ReachSketches.RELATIVE_ERROR;
    }
}
