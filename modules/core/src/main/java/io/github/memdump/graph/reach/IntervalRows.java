package io.github.memdump.graph.reach;

import io.github.memdump.array.IntChunks;
import io.github.memdump.array.IntStack;

/**
 * Rows of intervals of group numbers, each row descending: the groups that some group reaches outside its own interval.
 * A row may belong to many groups.
 *
 * <p>A row is a position at which there are: the number of ints that its intervals take, the group that stamped it
 * last, the number of nodes in its intervals, and for each interval its highest and its lowest group. Not thread-safe.
 */
final class IntervalRows {
    /** The row without intervals. */
    static final int NONE = 0;
    /** How many ints a row takes beside its intervals. */
    static final int HEADER = 3;

    private static final int UNSTAMPED = -1;

    private final IntChunks ints = new IntChunks();

    IntervalRows() {
        ints.add(0);
    }

    /** Returns how many ints the rows take. */
    int size() {
        return ints.size();
    }

    /** Adds a row. */
    int add(IntStack intervals, int nodes) {
        int row = begin(intervals.size(), nodes);
        for (int i = 0; i < intervals.size(); i++) {
            ints.add(intervals.get(i));
        }
        return row;
    }

    private int begin(int length, int nodes) {
        int row = ints.size();
        ints.add(length);
        ints.add(UNSTAMPED);
        ints.add(nodes);
        return row;
    }

    /** Copies a row from others, once: the row there is left as a pointer to the copy. */
    int moveFrom(IntervalRows others, int row) {
        int length = others.ints.get(row);
        if (length < 0) {
            return ~length;
        }
        int moved = begin(length, others.nodes(row));
        for (int at = others.first(row); at < others.end(row); at++) {
            ints.add(others.ints.get(at));
        }
        others.ints.set(row, ~moved);
        return moved;
    }

    /** Stamps a row; returns whether it did not bear this stamp before. */
    boolean stamp(int row, int group) {
        boolean isNew = ints.get(row + 1) != group;
        ints.set(row + 1, group);
        return isNew;
    }

    /** Returns the number of nodes in the intervals of a row. */
    int nodes(int row) {
        return row == NONE ? 0 : ints.get(row + 2);
    }

    /** Returns the position of the first, and highest, interval. */
    int first(int row) {
        return row + HEADER;
    }

    /** Returns the position behind the last interval; each takes 2. */
    int end(int row) {
        return row + HEADER + ints.get(row);
    }

    int highest(int interval) {
        return ints.get(interval);
    }

    int lowest(int interval) {
        return ints.get(interval + 1);
    }

    /** Returns whether a group is in one of the intervals of a row; logarithmic in their number. */
    boolean contains(int row, int group) {
        int from = 0;
        int to = ints.get(row) >> 1;
        while (from < to) {
            int middle = (from + to) >>> 1;
            int interval = first(row) + 2 * middle;
            if (lowest(interval) > group) {
                from = middle + 1;
            } else if (highest(interval) < group) {
                to = middle;
            } else {
                return true;
            }
        }
        return false;
    }

    /** Returns whether a row has exactly these intervals. */
    boolean equals(int row, IntStack intervals) {
        boolean same = ints.get(row) == intervals.size();
        for (int i = 0; same && i < intervals.size(); i++) {
            same = ints.get(first(row) + i) == intervals.get(i);
        }
        return same;
    }
}
