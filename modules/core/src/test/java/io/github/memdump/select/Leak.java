package io.github.memdump.select;

import io.github.memdump.Loading;
import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.Identities;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;
import io.github.memdump.testing.DiffOracle;
import io.github.memdump.testing.DominatorOracle;
import io.github.memdump.testing.Oracle;
import io.github.memdump.testing.RandomHeap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** A random leak with everything found out about it, and what brute force says of its objects. */
final class Leak {
    final Findings findings;
    final Oracle oracle;
    final DiffOracle change;
    private final DominatorOracle tree;
    private final RandomHeap pair;
    private final Map<String, Set<String>> made = new HashMap<>();

    Leak(long seed) {
        pair = RandomHeap.ofSeed(seed);
        oracle = Oracle.of(pair.after());
        change = oracle.since(Oracle.of(pair.before()));
        tree = oracle.dominators();
        Heap after = Loading.load(pair.after());
        findings = Findings.of(after).comparedWith(Loading.load(pair.before()), Task.UNWATCHED)
            .distances(Task.UNWATCHED).retained(Task.UNWATCHED)
            .keepAliveOf(NodeSet.all(after.objectCount()), Task.UNWATCHED).build();
    }

    /** Returns the value of a column as text. */
    String text(Column column, String object) {
        return findings.text(column, id(object));
    }

    /** Returns the value of a column of numbers, or -1 where there is none. */
    long number(Column column, String object) {
        return Math.max(-1, findings.number(column, id(object)));
    }

    private int id(String identity) {
        return Identities.find(findings.heap(), identity);
    }

    /** Returns all objects for which something is true. */
    Set<String> where(Predicate<String> truth) {
        Set<String> found = new TreeSet<>();
        oracle.objects().stream().filter(truth).forEach(found::add);
        return found;
    }

    /** Returns a set that costs too much to be made for each object again. */
    Set<String> once(String key, Supplier<Set<String>> set) {
        Set<String> known = made.get(key);
        if (known == null) {
            known = set.get();
            made.put(key, known);
        }
        return known;
    }

    /** Returns the immediate dominator of an object, or null if no root reaches it. */
    String dominator(String object) {
        return tree.dominators().get(object);
    }

    /** Returns what can be reached from some objects. */
    Set<String> reachable(Set<String> from) {
        Set<String> found = new HashSet<>();
        from.forEach(object -> found.addAll(oracle.reachableFrom(object)));
        return found;
    }

    /** Returns whether an object, or one that dominates it, is among some objects. */
    boolean isDominatedBy(String object, Set<String> members) {
        String at = object;
        while (at != null && oracle.objects().contains(at) && tree.dominators().get(at) != null) {
            if (members.contains(at)) {
                return true;
            }
            at = tree.dominators().get(at);
        }
        return false;
    }

    /** Returns the identities of objects. */
    Set<String> identities(NodeSet objects) {
        Set<String> found = new TreeSet<>();
        objects.forEach(object -> found.add(findings.heap().identity(object)));
        return found;
    }

    @Override
    public String toString() {
        return pair.toString();
    }
}
