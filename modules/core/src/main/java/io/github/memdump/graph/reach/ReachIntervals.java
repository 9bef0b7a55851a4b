package io.github.memdump.graph.reach;

import io.github.memdump.graph.Graph;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.task.ProgressBatch;
import io.github.memdump.task.Task;

/**
 * What each group reaches, as few intervals of group numbers, from which its count follows at once (R. Agrawal,
 * A. Borgida, H. Jagadish: Efficient Management of Transitive Relationships in Large Data and Knowledge Bases, 1989;
 * E. Nuutila: Efficient Transitive Closure Computation in Large Digraphs, 1995).
 *
 * <p>Groups are numbered as a depth-first search leaves them. What it found first from a group thus lies right below
 * it, in one interval that ends with the group; only where a group refers to what was found before are there others,
 * in a row of {@link IntervalRows}. On heaps most groups have none, and the rest a handful; groups that come to the
 * same places share a row.
 *
 * <p>On other graphs rows can grow to the size of the graph. So each group may merge a few intervals and one for each
 * edge, and all together so many more, as a {@link ReachBudget} says, none more than a 32nd of these; rows together
 * hold at most {@value #INTS_PER_GROUP} ints per group. A group for which this is not enough stays open, as does each
 * that cannot be known without it. Costs 12 bytes per group and 4 bytes per int of the rows, on the way twice these.
 */
final class ReachIntervals {
    /** The row of a group whose reach is not known. */
    static final int OPEN = -1;

    private static final int INTS_PER_GROUP = 8;
    private static final int FEWEST_INTS = 1 << 16;
    private static final int LARGEST_SHARE = 32;

    private final ReachGraph graph;
    private final int[] lowest;
    private final int[] rowOf;
    private final int[] counts;
    private final NodeSet.Builder open;
    private IntervalRows rows = new IntervalRows();
    /** How many ints the rows may have together. */
    private final int mostInts;
    /** With how many ints rows that are not needed any more are thrown away. */
    private int compactAt;

    private ReachIntervals(ReachGraph graph) {
        int groups = graph.groupCount();
        this.graph = graph;
        this.lowest = new int[groups];
        this.rowOf = new int[groups];
        this.counts = new int[groups];
        this.open = NodeSet.builder(groups);
        this.mostInts = (int) Math.min(Graph.MAX_EDGES, FEWEST_INTS + (long) INTS_PER_GROUP * groups);
        this.compactAt = mostInts / 2;
    }

    /** Finds what all groups reach, as far as the budget goes. */
    static ReachIntervals of(ReachGraph graph, ReachBudget budget, Task task) {
        ReachIntervals intervals = new ReachIntervals(graph);
        ProgressBatch steps = new ProgressBatch(task, "Counting what each reaches",
            graph.groupCount() + (long) graph.edgeCount());
        intervals.findAll(budget, steps);
        steps.finish();
        intervals.rows = new IntervalRows();
        return intervals;
    }

    private void findAll(ReachBudget budget, ProgressBatch steps) {
        IntervalUnion union = new IntervalUnion(graph, this, rows, mostInts, steps);
        long shared = budget.sharedMerges * (graph.groupCount() + (long) graph.edgeCount());
        long largest = 1 + shared / LARGEST_SHARE;
        for (int group = 0; group < graph.groupCount(); group++) {
            steps.add(1);
            if (group == graph.hub()) {
                counts[group] = graph.hubReach();
                continue;
            }
            int free = budget.freeMerges + budget.edgeMerges * (graph.to(group) - graph.from(group));
            if (union.find(group, free + Math.min(shared, largest))) {
                keep(group, union);
            } else {
                leaveOpen(group);
            }
            shared -= Math.max(0, union.spent() - free);
            if (rows.size() > compactAt) {
                compact(group, steps);
                union = new IntervalUnion(graph, this, rows, mostInts, steps);
            }
        }
    }

    /** Keeps only the rows of groups that one above {@code last} refers to. */
    private void compact(int last, ProgressBatch steps) {
        IntervalRows kept = new IntervalRows();
        NodeSet.Builder moved = NodeSet.builder(graph.groupCount());
        for (int group = last + 1; group < graph.groupCount(); group++) {
            for (int i = graph.from(group); i < graph.to(group) && graph.target(i) <= last; i++) {
                int target = graph.target(i);
                if (rowOf[target] > IntervalRows.NONE && moved.add(target)) {
                    rowOf[target] = kept.moveFrom(rows, rowOf[target]);
                }
            }
            steps.add(1);
        }
        rows = kept;
        // Where hardly anything could be thrown away, the next attempt waits until there is more.
        compactAt = Math.max(mostInts / 2, rows.size() + mostInts / 4);
    }

    private void keep(int group, IntervalUnion union) {
        lowest[group] = union.ownLowest();
        rowOf[group] = union.row();
        counts[group] = graph.weight(lowest[group], group) + rows.nodes(rowOf[group]);
    }

    private void leaveOpen(int group) {
        lowest[group] = group;
        rowOf[group] = OPEN;
        open.add(group);
    }

    int lowest(int group) {
        return lowest[group];
    }

    int row(int group) {
        return rowOf[group];
    }

    NodeSet open() {
        return open.build();
    }

    /** Returns the counts of the groups that are not open, by group, in an array that the caller may change. */
    int[] counts() {
        return counts;
    }
}
