package io.github.memdump.graph;

import io.github.memdump.task.Task;

/**
 * The groups of a {@link Contraction} and the edges between them, each of which leads to a smaller number.
 *
 * <p>What the hub reaches is known once and for all: it is all groups up to the hub. Costs, beyond the contraction, 4
 * bytes per group and 4 per edge between groups. Immutable.
 */
final class ReachGraph {
    private final int[] begin;
    private final int[] targets;
    /** For each group the number of nodes in the groups below it. */
    private final int[] below;
    private final int floor;

    private ReachGraph(Quotient rows, Contraction groups) {
        this.begin = rows.begin;
        this.targets = rows.targets;
        this.floor = groups.floor;
        this.below = groups.weight;
        int sum = 0;
        for (int group = 0; group < below.length; group++) {
            int weight = below[group];
            below[group] = sum;
            sum += weight;
        }
    }

    /** Makes the graph, which takes over the weights of the groups: their last place is 0. */
    static ReachGraph of(Walk walk, Contraction groups, Task task) {
        return new ReachGraph(Quotient.of(walk, groups.groupOf, groups.weight.length - 1, task), groups);
    }

    int groupCount() {
        return below.length - 1;
    }

    int edgeCount() {
        return begin[groupCount()];
    }

    /** Returns the group that is the largest strong component; it reaches exactly itself and all groups below. */
    int hub() {
        return floor - 1;
    }

    /** Returns the number of nodes that the hub reaches, its own included. */
    int hubReach() {
        return below[floor];
    }

    /** Returns the number of nodes in a group. */
    int weight(int group) {
        return below[group + 1] - below[group];
    }

    /** Returns the number of nodes in some groups that follow each other. */
    int weight(int lowest, int highest) {
        return below[highest + 1] - below[lowest];
    }

    int from(int group) {
        return begin[group];
    }

    int to(int group) {
        return begin[group + 1];
    }

    /** Returns the target of an edge; those of one group are ascending. */
    int target(int position) {
        return targets[position];
    }

    /** Returns the groups above the hub that reach it; linear, 1 bit per group. */
    NodeSet reachingHub() {
        NodeSet.Builder reaching = NodeSet.builder(groupCount());
        for (int group = floor; group < groupCount(); group++) {
            for (int i = begin[group + 1] - 1; i >= begin[group] && targets[i] >= hub(); i--) {
                if (targets[i] == hub() || reaching.contains(targets[i])) {
                    reaching.add(group);
                    break;
                }
            }
        }
        return reaching.build();
    }

    /** Returns the groups that some of them reach without entering any below {@code lowest}, themselves included. */
    NodeSet reachedFrom(NodeSet sources, int lowest, Steps steps) {
        NodeSet.Builder reached = sources.toBuilder();
        for (int group = groupCount() - 1; group >= lowest; group--) {
            if (reached.contains(group)) {
                for (int i = begin[group + 1] - 1; i >= begin[group] && targets[i] >= lowest; i--) {
                    reached.add(targets[i]);
                }
            }
            steps.add(1);
        }
        return reached.build();
    }
}
