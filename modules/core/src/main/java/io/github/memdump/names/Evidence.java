package io.github.memdump.names;

import io.github.memdump.heap.Heap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * At which variables of which class values of which class were seen for certain. About 100 bytes for each such triple.
 * Filled by several threads; thread-safe.
 */
final class Evidence {
    private final Heap heap;
    private final Map<Integer, Map<String, Map<Integer, Integer>>> seen = new ConcurrentHashMap<>();

    Evidence(Heap heap) {
        this.heap = heap;
    }

    /** Notes an object of which each reference has a certain name. */
    void note(int classNumber, List<String> names, int[] targets) {
        Map<String, Map<Integer, Integer>> ofClass =
            seen.computeIfAbsent(classNumber, any -> new ConcurrentHashMap<>());
        for (int i = 0; i < targets.length; i++) {
            ofClass.computeIfAbsent(names.get(i), any -> new ConcurrentHashMap<>(4))
                .merge(classOf(targets[i]), 1, Integer::sum);
        }
    }

    /** Returns the name of the class of an object. */
    String className(int object) {
        return heap.className(object);
    }

    private int classOf(int object) {
        return object == Heap.NO_OBJECT ? -1 : heap.classNumber(object);
    }

    /** Returns how often a value of the class of this one was seen at a variable of a class. */
    int cases(int classNumber, String name, int target) {
        return at(classNumber, name).getOrDefault(classOf(target), 0);
    }

    /** Returns how often values were seen at a variable of a class. */
    int total(int classNumber, String name) {
        return at(classNumber, name).values().stream().mapToInt(Integer::intValue).sum();
    }

    private Map<Integer, Integer> at(int classNumber, String name) {
        return seen.getOrDefault(classNumber, Map.of()).getOrDefault(name, Map.of());
    }
}
