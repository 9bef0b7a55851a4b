package io.github.memdump.graph;

import io.github.memdump.task.Task;
import java.util.Arrays;

/**
 * For each of some chosen nodes the exact number of nodes that a walk reaches from it, the node itself included.
 *
 * <p>Nodes that reach each other are merged, so is each with what only it refers to, and what the largest strong
 * component reaches is counted once for all (see {@link Contraction} and {@link ReachGraph}). On what remains, each
 * source first has a walk of its own that may look at one 256th of the graph, or more where sources are few; this
 * answers nearly all sources of a real heap. Those that run over their budget are carried through the graph 256 at a
 * time, one bit each, in topological order (Then et al.: The More the Merrier: Efficient Multi-Source Graph Traversal,
 * 2014).
 *
 * <p>Linear for the preparation. For {@code g} groups and {@code e} edges that remain, the worst case of the rest is
 * {@code g + e} steps for each 256 sources or part of them, on either side of the largest component: once for the
 * passes and, at most, once more for the walks. No exact method is known to be near-linear for all nodes of any graph,
 * and under usual assumptions there is none (Borassi: A Note on the Complexity of Computing the Number of Reachable
 * Vertices in a Digraph, 2016). On the way 4 bytes per node of the graph and 12 per strong component; and then, beside
 * the first 4, 16 bytes per group and 4 per edge between groups, and 32 more per group if there are passes.
 */
public final class ReachCounts {
    private final ReachGraph graph;
    private final int floor;
    private final int hubReach;
    /** The answer of each group that is asked for, without the reach of the hub. */
    private final int[] counts;

    private ReachCounts(ReachGraph graph, Contraction groups) {
        this.graph = graph;
        this.floor = groups.floor;
        this.hubReach = groups.hubReach;
        this.counts = new int[graph.groupCount()];
    }

    /**
     * Counts what each source reaches.
     *
     * @param walk    where to go
     * @param sources the nodes to count for, in any order, duplicates welcome
     * @param task    told of the preparation by node, of the walks by edge, of the passes by group
     * @return for each source, at its index, the number of nodes; 0 for one that the walk does not enter
     * @throws io.github.memdump.task.CancelledException if the task was cancelled
     */
    public static int[] of(Walk walk, int[] sources, Task task) {
        return of(walk, sources, -1, task);
    }

    /** Counts with a budget of so many edges for each single walk, or the usual one if it is negative. */
    static int[] of(Walk walk, int[] sources, long budget, Task task) {
        int[] result = new int[sources.length];
        if (Arrays.stream(sources).noneMatch(walk::enters)) {
            return result;
        }
        Contraction groups = Contraction.of(walk, sources, task);
        ReachGraph graph = ReachGraph.of(walk, groups, task);
        ReachCounts counts = new ReachCounts(graph, groups);
        NodeSet.Builder asked = NodeSet.builder(graph.groupCount());
        for (int source : sources) {
            if (walk.enters(source)) {
                asked.add(groups.groupOf[source]);
            }
        }
        counts.answer(asked.build(), budget, task);
        for (int i = 0; i < result.length; i++) {
            result[i] = walk.enters(sources[i]) ? counts.countOf(groups.groupOf[sources[i]]) : 0;
        }
        return result;
    }

    private int countOf(int group) {
        return counts[group] + (graph.reachesHub(group) ? hubReach : 0);
    }

    private int floorFor(int group) {
        return graph.reachesHub(group) ? floor : 0;
    }

    /** Returns how many edges a walk may look at, so that all walks together cost no more than the passes they save. */
    private long share(int sources) {
        return (graph.groupCount() + (long) graph.edgeCount()) / Math.min(sources, Sweep.LANES);
    }

    private void answer(NodeSet asked, long budget, Task task) {
        NodeSet open = walkEach(asked, budget < 0 ? share(asked.size()) : budget, task);
        if (!open.isEmpty()) {
            Steps steps = new Steps(task, "Counting what many reach", -1);
            Sweep sweep = new Sweep(graph);
            sweep(sweep, NodeSet.where(graph.groupCount(), g -> open.contains(g) && graph.reachesHub(g)), floor, steps);
            sweep(sweep, NodeSet.where(graph.groupCount(), g -> open.contains(g) && !graph.reachesHub(g)), 0, steps);
            steps.finish();
        }
    }

    /** Returns the groups whose walk was given up. */
    private NodeSet walkEach(NodeSet asked, long budget, Task task) {
        Steps steps = new Steps(task, "Counting what each reaches", -1);
        BudgetWalk walk = new BudgetWalk(graph, budget);
        NodeSet.Builder open = NodeSet.builder(graph.groupCount());
        for (int group = asked.nextMember(0); group >= 0; group = asked.nextMember(group + 1)) {
            counts[group] = graph.isFolded(group)
                ? graph.weight(group) : walk.count(group, floorFor(group), steps);
            if (counts[group] == BudgetWalk.GIVEN_UP) {
                open.add(group);
            }
            steps.add(1);
        }
        steps.finish();
        return open.build();
    }

    private void sweep(Sweep sweep, NodeSet open, int lowest, Steps steps) {
        int[] sources = open.toArray();
        for (int from = 0; from < sources.length; from += Sweep.LANES) {
            int to = Math.min(sources.length, from + Sweep.LANES);
            sweep.count(sources, from, to, lowest, counts, steps);
        }
    }
}
