package io.github.memdump.cli.report.story;

import io.github.memdump.graph.BreadthFirst;
import io.github.memdump.heap.Heap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Tells paths from the roots by the names of the objects on them, of a long one only of those at its ends. What is
 * above an object is looked up once, so that the paths of all objects of a long chain take no more steps than a few
 * for each. 8 bytes per object once a long path was asked for. Not thread-safe.
 */
final class Chains {
    /** What stands in the place of a path where there is none. */
    static final String UNREACHABLE = "unreachable from the roots";

    private static final int LONGEST = 14;
    private static final int KEPT_AT_AN_END = 6;

    private static final int NOT_LOOKED_UP = -2;

    /** What an object on a path is called after the one before it, which may be no object. */
    interface Names {
        String of(int holder, int object);
    }

    private final BreadthFirst fromRoots;
    private final int objects;
    private final Names names;
    private int[] parents = {};
    /** Of an object further down, the last of the objects at the beginning of its path that are named. */
    private int[] heads = {};
    private long steps;

    /** Prepares; {@code fromRoots} counts the roots as distance 1. */
    Chains(BreadthFirst fromRoots, int objects, Names names) {
        this.fromRoots = fromRoots;
        this.objects = objects;
        this.names = names;
    }

    /** Returns the names on a shortest path, from a root to the object; the object alone if no root reaches it. */
    List<String> to(int object) {
        List<int[]> ends = ends(object);
        if (ends.isEmpty()) {
            return List.of(UNREACHABLE, names.of(Heap.NO_OBJECT, object));
        }
        List<String> chain = named(ends.get(0));
        if (ends.size() > 1) {
            chain.add(more(length(object)));
            chain.addAll(named(ends.get(1)));
        }
        return chain;
    }

    /** Returns the objects of a path to an object: all of them, of a long one those at both ends, of none nothing. */
    List<int[]> ends(int object) {
        if (!fromRoots.isReached(object)) {
            return List.of();
        }
        if (fromRoots.distance(object) <= LONGEST) {
            return List.of(fromRoots.path(object));
        }
        int[] end = new int[KEPT_AT_AN_END];
        int on = object;
        for (int place = KEPT_AT_AN_END - 1; place >= 0; place--) {
            end[place] = on;
            on = parent(on);
        }
        return List.of(fromRoots.path(head(on)), end);
    }

    private List<String> named(int[] path) {
        List<String> chain = new ArrayList<>();
        for (int i = 0; i < path.length; i++) {
            chain.add(names.of(i == 0 ? Heap.NO_OBJECT : path[i - 1], path[i]));
        }
        return chain;
    }

    private int head(int object) {
        int on = object;
        while (fromRoots.distance(on) > KEPT_AT_AN_END && looked(heads, on) == NOT_LOOKED_UP) {
            on = parent(on);
        }
        int head = fromRoots.distance(on) > KEPT_AT_AN_END ? heads[on] : on;
        for (int below = object; below != on; below = parent(below)) {
            heads[below] = head;
        }
        return head;
    }

    private int parent(int object) {
        steps++;
        if (looked(parents, object) == NOT_LOOKED_UP) {
            parents[object] = fromRoots.parent(object);
        }
        return parents[object];
    }

    private int looked(int[] table, int object) {
        if (table.length == 0) {
            parents = empty();
            heads = empty();
            return NOT_LOOKED_UP;
        }
        return table[object];
    }

    private int[] empty() {
        int[] table = new int[objects];
        Arrays.fill(table, NOT_LOOKED_UP);
        return table;
    }

    /** Returns how many steps were made upwards. */
    long steps() {
        return steps;
    }

    /** Returns how many objects are on the path to an object that a root reaches. */
    int length(int object) {
        return fromRoots.distance(object);
    }

    /** Returns what stands for the objects between the ends of a path of some length. */
    static String more(int length) {
        return length - 2 * KEPT_AT_AN_END + " more objects";
    }

    /** Returns a path, of a long one both ends. */
    static List<int[]> ends(int[] path) {
        return path.length <= LONGEST ? List.of(path) : List.of(Arrays.copyOf(path, KEPT_AT_AN_END),
            Arrays.copyOfRange(path, path.length - KEPT_AT_AN_END, path.length));
    }
}
