package io.github.memdump.graph;

import io.github.memdump.task.Task;

/**
 * The groups of a {@link Contraction} and the edges between them, made as small as the question "how many nodes does
 * this group reach" allows.
 *
 * <p>What the hub reaches is known once and for all. A group that reaches the hub thus needs no edge to any group
 * below the contraction's floor: its answer is the reach of the hub and what it reaches besides. And a group without
 * edges that a single other one refers to is added to the weight of that one, which in ascending order folds whole
 * trees. Costs, beyond the contraction, 1 bit per group and 4 bytes per group and per edge between groups, on the way
 * 2 bits more per group.
 */
final class ReachGraph {
    private final Contraction groups;
    private final int hub;
    private final int[] begin;
    private final int[] targets;
    private final NodeSet.Builder reachesHub;
    private final NodeSet.Builder shared;

    private ReachGraph(Contraction groups, Quotient rows) {
        int count = groups.weight.length;
        this.groups = groups;
        this.hub = groups.floor - 1;
        this.begin = rows.begin;
        this.targets = rows.targets;
        this.reachesHub = NodeSet.builder(count);
        this.shared = NodeSet.builder(count);
    }

    /** Makes the graph; the weights of the groups are changed on the way. */
    static ReachGraph of(Walk walk, Contraction groups, Task task) {
        Quotient rows = Quotient.of(walk, groups.groupOf, groups.weight.length, task);
        ReachGraph graph = new ReachGraph(groups, rows);
        graph.fold(new Steps(task, "Folding trees", groups.weight.length));
        return graph;
    }

    /** Goes upwards: when a group is folded, everything that it refers to already is. */
    private void fold(Steps steps) {
        NodeSet.Builder met = NodeSet.builder(groupCount());
        for (int i = 0; i < begin[groupCount()]; i++) {
            if (!met.add(targets[i])) {
                shared.add(targets[i]);
            }
        }
        groups.weight[hub] = groups.hubReach;
        int kept = 0;
        int from = 0;
        for (int group = 0; group < groupCount(); group++) {
            int to = begin[group + 1];
            begin[group] = kept;
            if (group != hub) {
                kept = foldRow(group, from, to, kept);
            }
            from = to;
            steps.add(1);
        }
        begin[groupCount()] = kept;
        steps.finish();
    }

    private int foldRow(int group, int from, int to, int begins) {
        boolean reaches = false;
        for (int i = from; i < to && !reaches; i++) {
            reaches = targets[i] == hub || reachesHub.contains(targets[i]);
        }
        if (reaches) {
            reachesHub.add(group);
        }
        int kept = begins;
        for (int i = from; i < to; i++) {
            int target = targets[i];
            if (isOnly(target)) {
                groups.weight[group] += groups.weight[target];
            } else if (!reaches || target >= groups.floor) {
                targets[kept++] = target;
            }
        }
        return kept;
    }

    /**
     * Returns whether a target has no edges and no other referrer, and so belongs to a group. The edges of the hub
     * count: what it reaches is never folded into a group that it does not reach, and so never counted twice.
     */
    private boolean isOnly(int target) {
        return isFolded(target) && !shared.contains(target) && target != hub;
    }

    int groupCount() {
        return groups.weight.length;
    }

    int edgeCount() {
        return begin[groupCount()];
    }

    /** Returns whether a group has no edges left: its answer is its weight and the reach of the hub if it has that. */
    boolean isFolded(int group) {
        return begin[group] == begin[group + 1];
    }

    boolean reachesHub(int group) {
        return reachesHub.contains(group);
    }

    /** Returns the number of nodes that a group and what is folded into it hold. */
    int weight(int group) {
        return groups.weight[group];
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
}
