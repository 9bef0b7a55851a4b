package io.github.memdump.view.choice;

import io.github.memdump.array.IntList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The objects of a view while they are being chosen, each with the one that led to it: a forest, since an object's
 * parent is always chosen before it. What was chosen can be taken away again. Not thread-safe.
 */
public final class ViewBuilder {
    /** The parent of an object that begins a tree. */
    public static final int NO_PARENT = -1;

    /** The number of references between an object and a parent that it only stands beside. */
    static final int BESIDE = 0;

    /** A longer run of objects on a path is shown by its ends. */
    public static final int LONGEST_RUN = 32;
    /** How many are shown at each end of such a run. */
    public static final int KEPT_AT_AN_END = 6;

    private final IntList objects = new IntList();
    private final IntList parents = new IntList();
    private final IntList hops = new IntList();
    private final ObjectPositions positions = new ObjectPositions();
    private final BitSet removed = new BitSet();
    private final BitSet collapsed = new BitSet();
    /** Of the position of an object for which another stands, the position of that. */
    private final Map<Integer, Integer> standIns = new HashMap<>();
    private final BitSet standing = new BitSet();
    /** Of the position of an object that stands for a run of objects, all of them, itself first. */
    private final Map<Integer, int[]> runs = new HashMap<>();
    /** What was passed over, so that nobody counts it as left out. */
    private final BitSet passed = new BitSet();
    private int budget;
    private int passedOver;

    /** Begins with no object; at most {@code budget} will be taken. */
    public ViewBuilder(int budget) {
        this.budget = budget;
    }

    /** Returns how many objects were ever chosen, those taken away included. */
    public int size() {
        return objects.size();
    }

    /** Returns whether nothing is chosen, or all of it was taken away. */
    public boolean isEmpty() {
        return removed.cardinality() == objects.size();
    }

    /** Returns how many more fit. */
    public int room() {
        return budget - objects.size() + removed.cardinality();
    }

    /** Makes room for so many more than there are. */
    public void makeRoom(int more) {
        budget = Math.max(budget, objects.size() - removed.cardinality() + more);
    }

    public boolean contains(int object) {
        int position = positions.of(object);
        return position >= 0 && !removed.get(position);
    }

    /** Returns whether an object was chosen and then taken away, or is one that another stands for. */
    boolean wasRemoved(int object) {
        int position = positions.of(object);
        return position >= 0 ? removed.get(position) : passed.get(object);
    }

    /** Returns whether an object was chosen and then taken away so that edges go through it. */
    public boolean wasCollapsed(int object) {
        int position = positions.of(object);
        return position >= 0 && collapsed.get(position);
    }

    /** Returns the object that was chosen at a position; it may have been taken away. */
    public int object(int position) {
        return objects.get(position);
    }

    /** Returns the position of the chosen object that the one at a position hangs on, or {@link #NO_PARENT}. */
    public int parentPosition(int position) {
        int parent = parent(objects.get(position));
        return parent == NO_PARENT ? NO_PARENT : positions.of(parent);
    }

    /** Returns whether the object at a position, which stands for itself, follows its parent with nothing between. */
    public boolean isDirect(int position) {
        return hops.get(position) <= 1 && !runs.containsKey(position) && !runs.containsKey(parents.get(position))
            && !standing.get(position);
    }

    /** Returns whether the object at a position stands beside its parent, whatever leads from one to the other. */
    public boolean isBeside(int position) {
        return hops.get(position) == BESIDE;
    }

    /** Returns how many objects on long paths were passed over. */
    int passedOver() {
        return passedOver;
    }

    /** Takes an object that a chosen one refers to, which is chosen or has been; there must be room. */
    public void add(int object, int parent) {
        add(object, parent, 1);
    }

    /** Takes an object that is to stand beside a chosen one, whatever leads from one to the other. */
    public void addBeside(int object, int near) {
        add(object, near, BESIDE);
    }

    private void add(int object, int parent, int steps) {
        int known = positions.of(object);
        if (known >= 0) {
            removed.clear(known);
            collapsed.clear(known);
            standIns.remove(known);
            return;
        }
        objects.add(object);
        parents.add(parent == NO_PARENT ? NO_PARENT : positions.of(parent));
        hops.add(steps);
        positions.add(object);
    }

    /** Takes a chosen object away. */
    public void remove(int object) {
        removed.set(positions.of(object));
    }

    /** Takes a chosen object away and lets edges go through it. */
    public void collapse(int object) {
        remove(object);
        collapsed.set(positions.of(object));
    }

    /** Returns the chosen object that one hangs on, or -1. */
    public int parent(int object) {
        int position = parents.get(positions.of(object));
        while (position >= 0 && removed.get(position)) {
            position = standIns.getOrDefault(position, parents.get(position));
        }
        return position < 0 ? NO_PARENT : objects.get(position);
    }

    /** Lets the first of some chosen objects, in the order in which they were chosen, stand for all of them. */
    public void group(int[] members) {
        for (int i = 1; i < members.length; i++) {
            remove(members[i]);
            standIns.put(positions.of(members[i]), positions.of(members[0]));
        }
        standing.set(positions.of(members[0]));
    }

    /**
     * Takes what is missing of a path; where more than a few dozen objects in a row are missing, only the first and
     * the last few of them, and one that stands for those between.
     *
     * @return whether there was room for all of it; otherwise nothing is taken
     */
    public boolean addPath(int[] path) {
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
                if (k <= i + KEPT_AT_AN_END || k >= resume || skipped == 0) {
                    add(path[k], previous, 1);
                    previous = path[k];
                }
            }
            if (skipped > 0) {
                passOver(Arrays.copyOfRange(path, i + KEPT_AT_AN_END, resume));
            }
            i = end - 1;
        }
        return true;
    }

    private void passOver(int[] run) {
        runs.put(positions.of(run[0]), run);
        Arrays.stream(run).forEach(passed::set);
        passedOver += run.length;
    }

    /** Lets the first of some chosen objects, of which each hangs on the one before, stand for all of them. */
    public void fold(int[] run) {
        group(run);
        runs.put(positions.of(run[0]), run);
    }

    private int cost(int[] path) {
        int cost = 0;
        for (int i = 0; i < path.length; i++) {
            if (!contains(path[i])) {
                int end = endOfRun(path, i);
                cost += end - i > LONGEST_RUN ? 2 * KEPT_AT_AN_END + 1 : end - i;
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

    /** Returns what is chosen now, with a node for the rest at each place that has one. */
    public ViewObjects shown(Remainder rest) {
        int[] index = new int[size()];
        IntList kept = new IntList();
        IntList keptParents = new IntList();
        IntList keptHops = new IntList();
        for (int i = 0; i < index.length; i++) {
            index[i] = removed.get(i) ? NO_PARENT : kept.size();
            if (!removed.get(i)) {
                kept.add(objects.get(i));
                addParent(i, index, keptParents, keptHops);
            }
        }
        int[] counts = new int[kept.size() + rest.places().length];
        for (int place : rest.places()) {
            counts[kept.size()] = rest.count(place);
            kept.add(place);
            keptParents.add(index[positions.of(place)]);
            keptHops.add(rest.count(place));
        }
        return new ViewObjects(kept.toArray(), keptParents.toArray(), keptHops.toArray(), counts, collapsedObjects(),
            members(index), runsShown(index));
    }

    private BitSet runsShown(int[] index) {
        BitSet shown = new BitSet();
        runs.keySet().stream().filter(position -> !removed.get(position))
            .forEach(position -> shown.set(index[position]));
        return shown;
    }

    /** The objects of each group, the one that stands for them first, by the position that it has among the kept. */
    private Map<Integer, IntList> members(int[] index) {
        Map<Integer, IntList> members = new TreeMap<>();
        new TreeMap<>(standIns).forEach((position, standIn) -> {
            if (!removed.get(standIn)) {
                IntList group = members.computeIfAbsent(index[standIn], first -> new IntList());
                if (group.size() == 0) {
                    group.add(objects.get(standIn));
                }
                group.add(objects.get(position));
            }
        });
        runs.forEach((position, run) -> {
            if (!removed.get(position)) {
                members.put(index[position], listed(run));
            }
        });
        return members;
    }

    private static IntList listed(int[] run) {
        IntList list = new IntList();
        Arrays.stream(run).forEach(list::add);
        return list;
    }

    /** What hung on an object that was taken away hangs on the next one above; a way through what was collapsed. */
    private void addParent(int position, int[] index, IntList keptParents, IntList keptHops) {
        int parent = parents.get(position);
        int steps = hops.get(position);
        while (parent >= 0 && removed.get(parent)) {
            if (standIns.containsKey(parent) && !removed.get(standIns.get(parent))) {
                parent = standIns.get(parent);
                break;
            }
            steps = collapsed.get(parent) && steps != BESIDE && hops.get(parent) != BESIDE
                ? steps + hops.get(parent) : BESIDE;
            parent = parents.get(parent);
        }
        keptParents.add(parent < 0 ? NO_PARENT : index[parent]);
        keptHops.add(steps);
    }

    private ObjectPositions collapsedObjects() {
        ObjectPositions through = new ObjectPositions();
        collapsed.stream().forEach(position -> through.add(objects.get(position)));
        return through;
    }
}
