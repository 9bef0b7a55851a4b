package io.github.memdump.graph.reach;

/**
 * How much work exact counts are worth: what {@link ReachCounts} may spend on nodes that nearly linear time does not
 * answer, before it estimates them. Measured in steps per node and edge reached, so that it grows with the graph.
 * Immutable.
 *
 * <p>Whatever the budget, most nodes of a heap get exact counts. It depends on the graph and the budget alone which do
 * not, never on time or threads.
 */
public final class ReachBudget {
    /** Counts everything exactly, however long it takes. */
    public static final ReachBudget UNLIMITED = new ReachBudget(16, 1, 4, Long.MAX_VALUE);
    /** Spends on exactness about as long, at most, as it takes to load a heap: 8 steps per node and edge. */
    public static final ReachBudget USUAL = new ReachBudget(16, 1, 4, 8);
    /** Spends nothing beyond nearly linear time: estimates what this leaves open. */
    public static final ReachBudget LINEAR = new ReachBudget(16, 1, 4, 0);

    /** How many intervals each group may merge whatever the others do. */
    final int freeMerges;
    /** How many it may merge besides for each of its edges. */
    final int edgeMerges;
    /** How many intervals more all groups together may merge, per group and edge. */
    final int sharedMerges;
    private final long passSteps;

    ReachBudget(int freeMerges, int edgeMerges, int sharedMerges, long passSteps) {
        this.freeMerges = freeMerges;
        this.edgeMerges = edgeMerges;
        this.sharedMerges = sharedMerges;
        this.passSteps = passSteps;
    }

    /** Returns how many steps passes may take over a graph of so many groups and edges. */
    long passSteps(long size) {
        return passSteps == Long.MAX_VALUE ? passSteps : Math.multiplyExact(passSteps, size);
    }
}
