package io.github.memdump.analysis;

import io.github.memdump.heap.Heap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers the keys of a grouping, so that each object's group is one look into an array. 4 bytes per key number. */
final class KeyedGroups {
    private static final int NONE = -1;

    private final Heap heap;
    private final Grouping grouping;
    private final int[] groupOfNumber;
    private final List<String> keys = new ArrayList<>();

    private KeyedGroups(Heap heap, Grouping grouping) {
        this.heap = heap;
        this.grouping = grouping;
        this.groupOfNumber = new int[grouping.numbers(heap)];
        Arrays.fill(groupOfNumber, NONE);
    }

    /** Numbers the keys of all objects in order of first sight; linear time. */
    static KeyedGroups of(Heap heap, Grouping grouping) {
        KeyedGroups groups = new KeyedGroups(heap, grouping);
        Map<String, Integer> numbers = new HashMap<>();
        for (int object = 0; object < heap.objectCount(); object++) {
            int number = grouping.number(heap, object);
            if (groups.groupOfNumber[number] == NONE) {
                String key = grouping.key(heap, object);
                Integer known = numbers.putIfAbsent(key, groups.keys.size());
                groups.groupOfNumber[number] = known == null ? groups.keys.size() : known;
                if (known == null) {
                    groups.keys.add(key);
                }
            }
        }
        return groups;
    }

    /** Returns the group of an object, from 0 to {@code count() - 1}. */
    int group(int object) {
        return groupOfNumber[grouping.number(heap, object)];
    }

    /** Returns the key that the objects of a group share. */
    String key(int group) {
        return keys.get(group);
    }

    int count() {
        return keys.size();
    }
}
