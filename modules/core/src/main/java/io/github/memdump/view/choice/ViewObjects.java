package io.github.memdump.view.choice;

import io.github.memdump.array.IntList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * The objects of a view in the order in which they were chosen, the most important first, as a forest; then a place
 * for each rest that the budget cut off. Not changed once made.
 */
public final class ViewObjects {
    /** The object at each position; for a rest the object on which it hangs. */
    public final int[] objects;
    /** Positions in {@link #objects}, each below the child's, or {@link ViewBuilder#NO_PARENT}. */
    public final int[] parents;
    /** How many references the step from the parent stands for, or {@link ViewBuilder#BESIDE}. */
    final int[] hops;
    private final int[] rests;
    private final ObjectPositions collapsed;
    private final Map<Integer, IntList> groups;
    private final BitSet runs;
    private final BitSet withRest = new BitSet();
    private final Map<Integer, Integer> grouped = new HashMap<>();
    private final ObjectPositions positions = new ObjectPositions();

    ViewObjects(int[] objects, int[] parents, int[] hops, int[] rests, ObjectPositions collapsed,
        Map<Integer, IntList> groups, BitSet runs) {
        this.runs = runs;
        this.groups = groups;
        groups.forEach((position, members) -> {
            for (int i = 1; i < members.size(); i++) {
                grouped.put(members.get(i), position);
            }
        });
        this.objects = objects;
        this.parents = parents;
        this.hops = hops;
        this.rests = rests;
        this.collapsed = collapsed;
        for (int i = 0; i < objects.length; i++) {
            if (rests[i] == 0) {
                positions.add(objects[i]);
            } else {
                withRest.set(objects[i]);
            }
        }
    }

    public int size() {
        return objects.length;
    }

    /** Returns how many objects a position stands for that are not shown; 0 if it is an object. */
    public int rest(int position) {
        return rests[position];
    }

    public boolean isRest(int position) {
        return rests[position] > 0;
    }

    /** Returns whether a rest hangs on an object. */
    public boolean hasRest(int object) {
        return withRest.get(object);
    }

    /** Returns the position of an object or of its group, or {@link ObjectPositions#NONE} if it is not shown. */
    public int position(int object) {
        int own = positions.of(object);
        return own >= 0 || grouped.isEmpty() ? own : grouped.getOrDefault(object, ObjectPositions.NONE);
    }

    /** Returns whether a position stands for a group of objects. */
    public boolean isGroup(int position) {
        return groups.containsKey(position) && !isRun(position);
    }

    /** Returns whether a position stands for a run of objects, each of which leads to the next. */
    public boolean isRun(int position) {
        return runs.get(position);
    }

    /** Returns the objects that a position stands for; of a rest, the one on which it hangs. */
    public int[] members(int position) {
        return groups.containsKey(position) ? groups.get(position).toArray() : new int[] {objects[position]};
    }

    /** Returns whether edges go through an object that is not shown. */
    public boolean isCollapsed(int object) {
        return collapsed.contains(object);
    }
}
