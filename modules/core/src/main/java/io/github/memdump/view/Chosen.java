package io.github.memdump.view;

import io.github.memdump.array.IntList;

/**
 * The objects of a view while they are being chosen, each with the one that led to it: a forest, since an object's
 * parent is always chosen before it. Not thread-safe.
 */
final class Chosen {
    /** The parent of an object that begins a tree. */
    static final int NO_PARENT = -1;

    /** A longer run of objects on a path is shown by its ends. */
    private static final int LONGEST_RUN = 32;
    private static final int KEPT_AT_AN_END = 6;

    private final int budget;
    private final IntList objects = new IntList();
    private final IntList parents = new IntList();
    private final IntList hops = new IntList();
    private final ObjectPositions positions = new ObjectPositions();
    private int passedOver;

    /** Begins with no object; at most {@code budget} will be taken. */
    Chosen(int budget) {
        this.budget = budget;
    }

    int size() {
        return objects.size();
    }

    int room() {
        return budget - objects.size();
    }

    boolean contains(int object) {
        return positions.contains(object);
    }

    int object(int position) {
        return objects.get(position);
    }

    /** Returns how many objects on long paths were passed over. */
    int passedOver() {
        return passedOver;
    }

    /** Takes an object that a chosen one refers to; there must be room and it must not be chosen yet. */
    void add(int object, int parent) {
        add(object, parent, 1);
    }

    private void add(int object, int parent, int steps) {
        objects.add(object);
        parents.add(parent == NO_PARENT ? NO_PARENT : positions.of(parent));
        hops.add(steps);
        positions.add(object);
    }

    /**
     * Takes what is missing of a path; where more than a few dozen objects in a row are missing, only the first and
     * the last few of them, joined by one step.
     *
     * @return whether there was room for all of it; otherwise nothing is taken
     */
    boolean addPath(int[] path) {
        if (cost(path) > room()) {
            return false;
        }
        int previous = NO_PARENT;
        for (int i = 0; i < path.length; i++) {
            if (contains(path[i])) {
                previous = path[i];
                continue;
            }
            int end = endOfRun(path, i);
            int skipped = end - i > LONGEST_RUN ? end - i - 2 * KEPT_AT_AN_END : 0;
            int resume = skipped > 0 ? i + KEPT_AT_AN_END + skipped : end;
            for (int k = i; k < end; k++) {
                if (k < i + KEPT_AT_AN_END || k >= resume || skipped == 0) {
                    add(path[k], previous, skipped > 0 && k == resume ? skipped + 1 : 1);
                    previous = path[k];
                }
            }
            passedOver += skipped;
            i = end - 1;
        }
        return true;
    }

    private int cost(int[] path) {
        int cost = 0;
        for (int i = 0; i < path.length; i++) {
            if (!contains(path[i])) {
                int end = endOfRun(path, i);
                cost += end - i > LONGEST_RUN ? 2 * KEPT_AT_AN_END : end - i;
                i = end - 1;
            }
        }
        return cost;
    }

    private int endOfRun(int[] path, int from) {
        int end = from;
        while (end < path.length && !contains(path[end])) {
            end++;
        }
        return end;
    }

    Selection selection() {
        return new Selection(objects.toArray(), parents.toArray(), hops.toArray(), positions);
    }
}
