package io.github.memdump.graph;

import io.github.memdump.task.ProgressBatch;
import io.github.memdump.task.Task;
import java.util.Arrays;

/** The edges between groups of nodes, as rows that whoever made them may still change. */
public final class Quotient {
    /** Marks a node that belongs to no group. */
    public static final int NO_GROUP = -1;

    /** Where the row of each group begins, and one more for the end of the last. */
    public final int[] begin;
    /** The targets, row after row, each ascending without duplicates; perhaps longer than the rows. */
    public final int[] targets;

    private Quotient(int[] begin, int[] targets) {
        this.begin = begin;
        this.targets = targets;
    }

    /**
     * Finds one edge where the walk has any between members of two different groups.
     *
     * <p>Costs 4 bytes per group and 4 per edge of the walk between groups; linear but for the sorting of each row.
     *
     * @param walk       where edges are taken from
     * @param groupOf    the group of each node, or {@link #NO_GROUP}
     * @param groupCount the number of groups; they are numbered from 0
     * @param task       told of each node
     */
    public static Quotient of(Walk walk, int[] groupOf, int groupCount, Task task) {
        ProgressBatch steps = new ProgressBatch(task, "Joining cycles", 2L * walk.nodeCount() + groupCount);
        int[] begin = new int[groupCount + 1];
        for (int node = 0; node < groupOf.length; node++) {
            int group = groupOf[node];
            if (group != NO_GROUP) {
                begin[group + 1] += countAcross(walk, groupOf, node, group);
            }
            steps.add(1);
        }
        for (int group = 0; group < groupCount; group++) {
            begin[group + 1] += begin[group];
        }
        int[] targets = new int[begin[groupCount]];
        for (int node = 0; node < groupOf.length; node++) {
            int group = groupOf[node];
            if (group != NO_GROUP) {
                begin[group] = fillAcross(walk, groupOf, node, group, targets, begin[group]);
            }
            steps.add(1);
        }
        sortRows(begin, targets, steps);
        steps.finish();
        return new Quotient(begin, targets);
    }

    private static int countAcross(Walk walk, int[] groupOf, int node, int group) {
        int across = 0;
        int to = walk.to(node);
        for (int i = walk.from(node); i < to; i++) {
            int target = groupOf[walk.target(i)];
            if (target != group && target != NO_GROUP) {
                across++;
            }
        }
        return across;
    }

    private static int fillAcross(Walk walk, int[] groupOf, int node, int group, int[] targets, int position) {
        int next = position;
        int to = walk.to(node);
        for (int i = walk.from(node); i < to; i++) {
            int target = groupOf[walk.target(i)];
            if (target != group && target != NO_GROUP) {
                targets[next++] = target;
            }
        }
        return next;
    }

    /**
     * Sorts each row, drops duplicates and closes the gaps.
     *
     * @param ends on entry where each row ends, at the index of its group; on return where it begins
     */
    private static void sortRows(int[] ends, int[] targets, ProgressBatch steps) {
        int groupCount = ends.length - 1;
        int from = 0;
        int kept = 0;
        for (int group = 0; group < groupCount; group++) {
            int to = ends[group];
            Arrays.sort(targets, from, to);
            ends[group] = kept;
            int last = NO_GROUP;
            for (int i = from; i < to; i++) {
                if (targets[i] != last) {
                    last = targets[i];
                    targets[kept++] = last;
                }
            }
            from = to;
            steps.add(1);
        }
        ends[groupCount] = kept;
    }
}
