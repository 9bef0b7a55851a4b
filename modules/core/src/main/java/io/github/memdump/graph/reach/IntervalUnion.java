package io.github.memdump.graph.reach;

import io.github.memdump.array.IntStack;
import io.github.memdump.task.ProgressBatch;

/**
 * The union of what the targets of one group reach, as intervals of group numbers.
 *
 * <p>Targets and the intervals behind them are taken from the highest down. A target that is covered when its turn
 * comes is reached by another, and so is all that it reaches: it costs one step. Where nothing is left but one row
 * that covers all remaining targets, this row is the answer, uncopied.
 */
final class IntervalUnion {
    private final ReachGraph graph;
    private final ReachIntervals known;
    private final IntervalRows rows;
    private final IntervalCursors cursors;
    private final int mostInts;
    private final ProgressBatch steps;
    /** The intervals that are finished, below the group's own. */
    private final IntStack others = new IntStack();
    private long left;
    private long spent;
    private int highest;
    private int lowest;
    private boolean inOwn;
    private int ownLowest;
    private int onlyRow;

    /** Makes a union over what is known of all groups below those that are asked for. */
    IntervalUnion(ReachGraph graph, ReachIntervals known, IntervalRows rows, int mostInts, ProgressBatch steps) {
        this.mostInts = mostInts;
        this.steps = steps;
        this.graph = graph;
        this.known = known;
        this.rows = rows;
        this.cursors = new IntervalCursors(rows);
    }

    /**
     * Finds what a group reaches.
     *
     * @param most the number of intervals that may be merged for it
     * @return whether it is found; not if this is too few, if a target's reach is unknown, or if the rows are full
     */
    boolean find(int group, long most) {
        highest = group;
        lowest = group;
        inOwn = true;
        onlyRow = IntervalRows.NONE;
        left = most;
        spent = 0;
        others.clear();
        cursors.clear();
        return merge(group) && finish();
    }

    private boolean merge(int group) {
        int from = graph.from(group);
        int i = graph.to(group) - 1;
        while (i >= from || cursors.size() > 0) {
            steps.add(1);
            int target = i >= from ? graph.target(i) : -1;
            int piece = cursors.highest();
            if (target > piece) {
                i--;
                if (target < lowest && !addTarget(target, group)) {
                    return false;
                }
            } else if (isAllThatIsLeft(from, i)) {
                return true;
            } else {
                if (++spent > left) {
                    return false;
                }
                cover(piece, cursors.lowest());
                cursors.next();
            }
        }
        return true;
    }

    private boolean addTarget(int target, int group) {
        int row = known.row(target);
        if (row == ReachIntervals.OPEN || ++spent > left) {
            return false;
        }
        cover(target, known.lowest(target));
        if (row != IntervalRows.NONE && rows.stamp(row, group)) {
            onlyRow = row;
            cursors.add(row);
        }
        return true;
    }

    private void cover(int high, int low) {
        if (high >= lowest - 1) {
            lowest = Math.min(lowest, low);
            return;
        }
        closeInterval();
        highest = high;
        lowest = low;
    }

    private void closeInterval() {
        if (inOwn) {
            ownLowest = lowest;
            inOwn = false;
        } else {
            others.push(highest);
            others.push(lowest);
        }
    }

    /** Returns whether one row that nothing was taken of yet has all that is left, apart from the own interval. */
    private boolean isAllThatIsLeft(int from, int last) {
        if (!inOwn || !cursors.isUntouched(onlyRow) || cursors.highest() >= lowest - 1) {
            return false;
        }
        for (int i = last; i >= from; i--) {
            if (!rows.contains(onlyRow, graph.target(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean finish() {
        if (inOwn) {
            ownLowest = lowest;
            if (cursors.size() == 0) {
                onlyRow = IntervalRows.NONE;
            }
            return true;
        }
        closeInterval();
        if (onlyRow == IntervalRows.NONE || !rows.equals(onlyRow, others)) {
            if (others.size() > mostInts - rows.size() - IntervalRows.HEADER) {
                return false;
            }
            int nodes = 0;
            for (int i = 0; i < others.size(); i += 2) {
                nodes += graph.weight(others.get(i + 1), others.get(i));
            }
            onlyRow = rows.add(others, nodes);
        }
        return true;
    }

    /** Returns the lowest group of the interval that ends with the group itself. */
    int ownLowest() {
        return ownLowest;
    }

    /** Returns the row of the other intervals. */
    int row() {
        return onlyRow;
    }

    /** Returns how many intervals were merged. */
    long spent() {
        return spent;
    }
}
