package io.github.memdump.graph.reach;

import java.util.Arrays;

/** Walks down several rows of intervals at once, the highest interval first: a heap of positions. */
final class IntervalCursors {
    private static final int SMALLEST = 64;
    private static final int AT_END = -1;

    private final IntervalRows rows;
    private int[] at = new int[SMALLEST];
    private int[] end = new int[SMALLEST];
    private int size;

    IntervalCursors(IntervalRows rows) {
        this.rows = rows;
    }

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    /** Begins another row, which is not empty; logarithmic. */
    void add(int row) {
        if (size == at.length) {
            at = Arrays.copyOf(at, 2 * size);
            end = Arrays.copyOf(end, 2 * size);
        }
        int place = size++;
        int position = rows.first(row);
        int key = rows.highest(position);
        while (place > 0 && rows.highest(at[(place - 1) / 2]) < key) {
            int parent = (place - 1) / 2;
            at[place] = at[parent];
            end[place] = end[parent];
            place = parent;
        }
        at[place] = position;
        end[place] = rows.end(row);
    }

    /** Returns the highest group that is still to come, or -1 if there is none. */
    int highest() {
        return size == 0 ? AT_END : rows.highest(at[0]);
    }

    /** Returns whether a row is the only one left and nothing was taken of it yet. */
    boolean isUntouched(int row) {
        return size == 1 && at[0] == rows.first(row);
    }

    /** Returns the lowest group of the interval that begins with {@link #highest}. */
    int lowest() {
        return rows.lowest(at[0]);
    }

    /** Goes on to the next interval; logarithmic. */
    void next() {
        int position = at[0] + 2;
        int last = end[0];
        if (position >= last) {
            size--;
            position = at[size];
            last = end[size];
        }
        if (size == 0) {
            return;
        }
        int key = rows.highest(position);
        int place = 0;
        for (int child = 1; child < size; child = 2 * place + 1) {
            if (child + 1 < size && rows.highest(at[child + 1]) > rows.highest(at[child])) {
                child++;
            }
            if (rows.highest(at[child]) <= key) {
                break;
            }
            at[place] = at[child];
            end[place] = end[child];
            place = child;
        }
        at[place] = position;
        end[place] = last;
    }
}
