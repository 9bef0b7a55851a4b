package io.github.memdump.analysis.merge;

import io.github.memdump.array.LongNumbers;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.RecordTypes;
import java.util.HashMap;
import java.util.Map;

/**
 * By what objects are merged in trees of holders: a root, class or module is a kind of its own, since its name is what
 * one looks for; an IMEMO or DATA record goes with those of its class and name; any other object with those of its
 * class. A few bytes per distinct name. Not thread-safe.
 */
final class HolderKinds {
    private final Heap heap;
    private final Map<String, Integer> nameNumbers = new HashMap<>();
    private final LongNumbers named = new LongNumbers();

    HolderKinds(Heap heap) {
        this.heap = heap;
    }

    /** Returns a number that objects share if and only if they are of one kind. */
    int of(int object) {
        switch (heap.type(object)) {
            case RecordTypes.ROOT:
            case RecordTypes.CLASS:
            case RecordTypes.MODULE:
                return ~object;
            case RecordTypes.IMEMO:
            case RecordTypes.DATA:
                int name = nameNumbers.computeIfAbsent(heap.name(object), text -> nameNumbers.size());
                return heap.classes().size() + named.of((long) heap.classNumber(object) << Integer.SIZE | name);
            default:
                return heap.classNumber(object);
        }
    }
}
