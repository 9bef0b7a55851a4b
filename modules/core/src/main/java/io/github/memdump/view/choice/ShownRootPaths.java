package io.github.memdump.view.choice;

import io.github.memdump.array.IntList;
import io.github.memdump.graph.BreadthFirst;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.RecordTypes;
import java.util.Arrays;

/**
 * Shows objects on shortest paths from the roots: of each path what is not shown yet, below the nearest object of it
 * that is. Where there is no room any more, this is seen after a few steps upwards, however long a path is; so to try
 * all objects of a heap costs no more than to look at each. 4 bytes per object of the heap. Not thread-safe.
 */
final class ShownRootPaths {
    private static final int NOT_LOOKED_UP = -2;

    private final Heap heap;
    private final BreadthFirst fromRoots;
    /** To look a parent up, its other referrers are passed, and all children of one may ask for its parent. */
    private final int[] parents;
    private long steps;

    ShownRootPaths(Heap heap, BreadthFirst fromRoots) {
        this.heap = heap;
        this.fromRoots = fromRoots;
        this.parents = new int[heap.objectCount()];
        Arrays.fill(parents, NOT_LOOKED_UP);
    }

    /**
     * Shows an object that is not shown and the path to it, as far as it can be shown; alone, if no root reaches it.
     *
     * @return whether there was room; otherwise nothing was added
     */
    boolean add(ViewBuilder chosen, int object) {
        return leastCost(chosen, object) <= chosen.room() && chosen.addPath(path(chosen, object));
    }

    /** Does the same and makes the room that is missing. */
    void addAnyway(ViewBuilder chosen, int object) {
        int[] path = path(chosen, object);
        chosen.makeRoom(path.length);
        chosen.addPath(path);
    }

    private int leastCost(ViewBuilder chosen, int object) {
        int missing = 0;
        int on = object;
        while (on >= 0 && !chosen.contains(on)) {
            missing += isShowable(on) ? 1 : 0;
            if (missing > ViewBuilder.LONGEST_RUN) {
                return 2 * ViewBuilder.KEPT_AT_AN_END + 1;
            }
            on = parent(on);
        }
        return missing;
    }

    private int[] path(ViewBuilder chosen, int object) {
        IntList upward = new IntList();
        int on = object;
        while (on >= 0 && !chosen.contains(on)) {
            if (isShowable(on) || on == object) {
                upward.add(on);
            }
            on = parent(on);
        }
        if (on >= 0) {
            upward.add(on);
        }
        int[] path = new int[upward.size()];
        for (int i = 0; i < path.length; i++) {
            path[i] = upward.get(path.length - 1 - i);
        }
        return path;
    }

    private int parent(int object) {
        steps++;
        if (parents[object] == NOT_LOOKED_UP) {
            parents[object] = fromRoots.isReached(object) ? fromRoots.parent(object) : BreadthFirst.NO_PARENT;
        }
        return parents[object];
    }

    private boolean isShowable(int object) {
        return heap.type(object) != RecordTypes.SHAPE;
    }

    /** Returns how many steps upwards were made so far. */
    long steps() {
        return steps;
    }

    /** Returns what says of each object on which shown one it hangs, as long as nothing more is shown. */
    NearestShown nearestShown(ViewBuilder chosen) {
        return new NearestShown(chosen);
    }

    /** The nearest shown objects; each object is climbed from once. */
    final class NearestShown {
        private static final int NONE = -1;
        private static final int UNKNOWN = 0;

        private final ViewBuilder chosen;
        /** Of each object what was found, plus 2. */
        private final int[] known = new int[heap.objectCount()];

        private NearestShown(ViewBuilder chosen) {
            this.chosen = chosen;
        }

        /** Returns the nearest shown object on the path to one, itself included, or -1. */
        int of(int object) {
            int on = object;
            while (on >= 0 && known[on] == UNKNOWN && !chosen.contains(on)) {
                on = parent(on);
            }
            int found = on < 0 ? NONE : known[on] == UNKNOWN ? on : known[on] - 2;
            for (int below = object; below != on && below >= 0; below = parent(below)) {
                known[below] = found + 2;
            }
            return found;
        }
    }
}
