package io.github.memdump.analysis;

import io.github.memdump.array.IntList;
import io.github.memdump.array.LongNumbers;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers the keys that some objects have in a grouping, in the order of first sight, so that each object's group is
 * one look into a table. 4 bytes per key number, of generations about 28 for each that is met.
 */
final class KeyedGroups {
    /** The group of an object with a key that none of the numbered objects has. */
    static final int NONE = -1;

    /** Up to so many numbers, a table with a place for each is small; generations go further. */
    private static final long MOST_PLACES = Integer.MAX_VALUE;

    private final Heap heap;
    private final Grouping grouping;
    private final int[] groupOfNumber;
    private final LongNumbers met = new LongNumbers();
    private final IntList groupOfMet = new IntList();
    private final List<String> keys = new ArrayList<>();
    private final Map<String, Integer> groupOfKey = new HashMap<>();

    private KeyedGroups(Heap heap, Grouping grouping) {
        this.heap = heap;
        this.grouping = grouping;
        long places = grouping.numbers(heap);
        this.groupOfNumber = new int[places > MOST_PLACES ? 0 : (int) places];
        Arrays.fill(groupOfNumber, NONE);
    }

    /** Numbers the keys of all objects; linear time. */
    static KeyedGroups of(Heap heap, Grouping grouping) {
        return of(heap, grouping, NodeSet.all(heap.objectCount()));
    }

    /** Numbers the keys of some objects; linear time. */
    static KeyedGroups of(Heap heap, Grouping grouping, NodeSet objects) {
        KeyedGroups groups = none(heap, grouping);
        for (int object = objects.nextMember(0); object >= 0; object = objects.nextMember(object + 1)) {
            groups.groupOrNew(object);
        }
        return groups;
    }

    /** Numbers nothing yet: for {@link #groupOrNew}. */
    static KeyedGroups none(Heap heap, Grouping grouping) {
        return new KeyedGroups(heap, grouping);
    }

    /** Returns the group of an object, which is numbered {@link #count} if its key was not met before. */
    int groupOrNew(int object) {
        int group = group(object);
        return group != NONE ? group : newNumber(object);
    }

    private int newNumber(int object) {
        String key = grouping.key(heap, object);
        Integer known = groupOfKey.putIfAbsent(key, keys.size());
        int group = known == null ? keys.size() : known;
        add(grouping.number(heap, object), group);
        if (known == null) {
            keys.add(key);
        }
        return group;
    }

    private void add(long number, int group) {
        if (groupOfNumber.length > 0) {
            groupOfNumber[(int) number] = group;
        } else {
            met.of(number);
            groupOfMet.add(group);
        }
    }

    /** Returns the group of an object, from 0 to {@code count() - 1}, or {@link #NONE}. */
    int group(int object) {
        long number = grouping.number(heap, object);
        if (groupOfNumber.length > 0) {
            return groupOfNumber[(int) number];
        }
        int place = met.find(number);
        return place == LongNumbers.NONE ? NONE : groupOfMet.get(place);
    }

    /** Returns the key that the objects of a group share. */
    String key(int group) {
        return keys.get(group);
    }

    int count() {
        return keys.size();
    }
}
