package io.github.memdump.testing;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Walks over a graph given as sets of successors. */
final class Walks {
    private Walks() {
    }

    /** Returns the starts that are allowed, and all that can be reached from them over allowed nodes. */
    static Set<String> reach(Map<String, Set<String>> graph, Collection<String> starts, Predicate<String> allowed) {
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>();
        starts.stream().filter(allowed).filter(seen::add).forEach(open::add);
        while (!open.isEmpty()) {
            graph.get(open.remove()).stream().filter(allowed).filter(seen::add).forEach(open::add);
        }
        return seen;
    }

    /** Returns the number of edges on a shortest path from the starts to every node they reach; 0 for themselves. */
    static Map<String, Integer> distances(Map<String, Set<String>> graph, Collection<String> starts) {
        Map<String, Integer> distances = new LinkedHashMap<>();
        Deque<String> open = new ArrayDeque<>();
        for (String start : starts) {
            distances.put(start, 0);
            open.add(start);
        }
        while (!open.isEmpty()) {
            String node = open.remove();
            for (String next : graph.get(node)) {
                if (distances.putIfAbsent(next, distances.get(node) + 1) == null) {
                    open.add(next);
                }
            }
        }
        return distances;
    }
}
