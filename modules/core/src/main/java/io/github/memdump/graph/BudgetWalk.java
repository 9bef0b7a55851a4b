package io.github.memdump.graph;

/** Counts what single groups reach, one walk for each, and gives up where a walk takes too long. */
final class BudgetWalk {
    /** The answer of a walk that was given up. */
    static final int GIVEN_UP = -1;

    private final ReachGraph graph;
    private final long budget;
    private final int[] seenBy;
    private final IntStack open = new IntStack();

    /** Makes a walker whose walks look at no more than {@code budget} edges; 4 bytes per group. */
    BudgetWalk(ReachGraph graph, long budget) {
        this.graph = graph;
        this.budget = budget;
        this.seenBy = new int[graph.groupCount()];
    }

    /**
     * Returns the sum of the weights of the groups that one reaches, itself included, or {@link #GIVEN_UP}.
     *
     * @param group where to begin; each group once in the life of a walker
     * @param floor groups below are neither entered nor counted
     * @param steps told of each edge
     */
    int count(int group, int floor, Steps steps) {
        int mark = group + 1;
        int sum = graph.weight(group);
        long left = budget;
        seenBy[group] = mark;
        open.clear();
        open.push(group);
        while (!open.isEmpty()) {
            int from = open.pop();
            int first = graph.from(from);
            int last = graph.to(from) - 1;
            for (int i = last; i >= first && graph.target(i) >= floor; i--) {
                int target = graph.target(i);
                if (--left < 0) {
                    return GIVEN_UP;
                }
                if (seenBy[target] != mark) {
                    seenBy[target] = mark;
                    sum += graph.weight(target);
                    if (!graph.isFolded(target)) {
                        open.push(target);
                    }
                }
            }
            steps.add(last - first + 1);
        }
        return sum;
    }
}
