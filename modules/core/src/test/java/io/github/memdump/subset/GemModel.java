package io.github.memdump.subset;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The operations of memdump by their definition, over sets of names, as slow as they come. */
final class GemModel {
    final Map<String, Set<String>> graph = new TreeMap<>();

    GemModel(Map<String, Set<String>> references) {
        references.forEach((object, targets) -> graph.put(object, new TreeSet<>(targets)));
    }

    /** Keeps some objects and the references among them. */
    GemModel keep(Predicate<String> kept) {
        GemModel result = new GemModel(graph);
        result.graph.keySet().removeIf(object -> !kept.test(object));
        result.graph.values().forEach(targets -> targets.retainAll(result.graph.keySet()));
        return result;
    }

    GemModel without(Set<String> removed) {
        return keep(object -> !removed.contains(object));
    }

    /** Takes objects away one by one, each time joining its referrers to its targets. */
    GemModel collapse(Set<String> collapsed) {
        GemModel result = new GemModel(graph);
        for (String gone : collapsed) {
            Set<String> targets = result.graph.remove(gone);
            if (targets == null) {
                continue;
            }
            targets.remove(gone);
            for (Set<String> row : result.graph.values()) {
                if (row.remove(gone)) {
                    row.addAll(targets);
                }
            }
        }
        return result;
    }

    Set<String> roots() {
        Set<String> roots = new TreeSet<>(graph.keySet());
        graph.values().forEach(roots::removeAll);
        return roots;
    }

    /** Returns what is reached over at most so many references. */
    Set<String> reach(Collection<String> starts, int depth) {
        Set<String> reached = new TreeSet<>(starts);
        reached.retainAll(graph.keySet());
        Set<String> layer = new HashSet<>(reached);
        for (int i = 0; i < depth && !layer.isEmpty(); i++) {
            Set<String> next = new HashSet<>();
            layer.forEach(object -> next.addAll(graph.get(object)));
            next.removeAll(reached);
            reached.addAll(next);
            layer = next;
        }
        return reached;
    }

    Set<String> ancestors(String object) {
        Set<String> found = new TreeSet<>(Set.of(object));
        found.retainAll(graph.keySet());
        for (int before = -1; before != found.size(); ) {
            before = found.size();
            graph.forEach((from, targets) -> {
                if (targets.stream().anyMatch(found::contains)) {
                    found.add(from);
                }
            });
        }
        return found;
    }

    Set<String> parents(Set<String> children, int min, boolean excluding) {
        Set<String> found = new TreeSet<>();
        for (String object : graph.keySet()) {
            long count = graph.get(object).stream().filter(children::contains).count();
            if (count > min && !(excluding && children.contains(object))) {
                found.add(object);
            }
        }
        return found;
    }

    Set<String> smallComponents(int maxSize) {
        Set<String> small = new TreeSet<>();
        for (String root : roots()) {
            Set<String> component = reach(List.of(root), graph.size());
            if (component.size() <= maxSize) {
                small.addAll(component);
            }
        }
        return small;
    }

    GemModel group(String name, Set<String> members) {
        GemModel result = new GemModel(graph);
        Set<String> targets = new TreeSet<>();
        members.forEach(member -> targets.addAll(graph.get(member)));
        targets.removeAll(members);
        result.graph.keySet().removeAll(members);
        for (Set<String> row : result.graph.values()) {
            if (row.removeAll(members)) {
                row.add(name);
            }
        }
        result.graph.put(name, targets);
        return result;
    }

    /** Returns the length of a shortest path, or -1. */
    int distance(String from, String to) {
        Map<String, Integer> distances = new TreeMap<>(Map.of(from, 0));
        Deque<String> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            String object = open.remove();
            for (String target : new ArrayList<>(graph.get(object))) {
                if (distances.putIfAbsent(target, distances.get(object) + 1) == null) {
                    open.add(target);
                }
            }
        }
        return distances.getOrDefault(to, -1);
    }
}
