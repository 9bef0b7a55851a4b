package io.github.memdump.graph.reach;

import io.github.memdump.graph.NodeSet;
import io.github.memdump.graph.Quotient;
import io.github.memdump.graph.Walk;
import io.github.memdump.task.ProgressBatch;
import io.github.memdump.task.Task;
import java.util.Arrays;

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

    private ReachGraph(int[] begin, int[] targets, int[] weights, int floor) {
        this.begin = begin;
        this.targets = targets;
        this.floor = floor;
        this.below = weights;
        int sum = 0;
        for (int group = 0; group < below.length; group++) {
            int weight = below[group];
            below[group] = sum;
            sum += weight;
        }
    }

    /** Makes the graph, which takes over the weights of the groups: their last place is 0. */
    static ReachGraph of(Walk walk, Contraction groups, Task task) {
        Quotient rows = Quotient.of(walk, groups.groupOf, groups.weight.length - 1, task);
        return new ReachGraph(rows.begin, rows.targets, groups.weight, groups.floor);
    }

    int groupCount() {
        return below.length - 1;
    }

    int edgeCount() {
        return begin[groupCount()];
    }

    /**
     * Returns the group that is the largest strong component, -1 if that is not in the graph; it reaches exactly itself
     * and all groups below.
     */
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

    /**
     * Returns the part of the graph that some groups reach without entering any below {@code lowest}, numbered anew
     * in the same order. Linear; 8 bytes per group of the part and 4 per edge.
     *
     * @param sources the groups, none below {@code lowest}
     * @param partOf  where the number of each group in the part is put, or -1 for one that is not there
     */
    ReachGraph part(NodeSet sources, int lowest, int[] partOf, ProgressBatch steps) {
        NodeSet.Builder reached = sources.toBuilder();
        for (int group = groupCount() - 1; group >= lowest; group--) {
            for (int i = begin[group + 1] - 1; i >= begin[group] && targets[i] >= lowest; i--) {
                if (reached.contains(group)) {
                    reached.add(targets[i]);
                }
            }
            steps.add(1);
        }
        NodeSet groups = reached.build();
        Arrays.fill(partOf, -1);
        int[] weights = new int[groups.size() + 1];
        int[] rows = new int[groups.size() + 1];
        int count = 0;
        for (int group = groups.nextMember(0); group >= 0; group = groups.nextMember(group + 1)) {
            weights[count] = weight(group);
            rows[count + 1] = rows[count] + begin[group + 1] - firstAbove(group, lowest);
            partOf[group] = count++;
            steps.add(1);
        }
        int[] ends = new int[rows[count]];
        for (int group = groups.nextMember(0), next = 0; group >= 0; group = groups.nextMember(group + 1)) {
            for (int i = firstAbove(group, lowest); i < begin[group + 1]; i++) {
                ends[next++] = partOf[targets[i]];
            }
            steps.add(1);
        }
        return new ReachGraph(rows, ends, weights, 0);
    }

    private int firstAbove(int group, int lowest) {
        int place = lowest == 0 ? begin[group] : Arrays.binarySearch(targets, begin[group], begin[group + 1], lowest);
        return place < 0 ? ~place : place;
    }
}
