package io.github.memdump.view.assembly;

import io.github.memdump.analysis.ClassGraph;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Which groups of a class graph are shown by themselves and which are folded into the one node of their namespace, so
 * that all of it is legible: the largest by themselves, the small ones by namespace, those of small namespaces in one
 * rest. Steps open and close namespaces. Linear in the groups for each step. Not thread-safe.
 */
final class Folding {
    /** So many nodes are read at a glance; a view of groups has them unless its budget was changed. */
    static final int LEGIBLE = 240;
    /** What part of the nodes may stand for namespaces. */
    private static final double FOLDS = 0.3;

    private final ClassGraph graph;
    private final UnaryOperator<String> namespaces;
    private final List<String> names = new ArrayList<>();
    private final List<List<Integer>> members = new ArrayList<>();
    private final int[] namespaceOf;
    private final BitSet alone = new BitSet();
    private final BitSet removed = new BitSet();
    private final BitSet folds = new BitSet();

    /** Folds a graph into at most so many nodes; {@code namespaces} gives the namespace of a key. */
    Folding(ClassGraph graph, UnaryOperator<String> namespaces, int most) {
        this.graph = graph;
        this.namespaces = namespaces;
        this.namespaceOf = new int[graph.size()];
        gather();
        if (graph.size() <= most) {
            alone.set(0, graph.size());
            return;
        }
        int foldable = (int) members.stream().filter(of -> of.size() > 1).count();
        int byNamespace = Math.min(foldable, (int) (most * FOLDS));
        alone.set(0, Math.max(1, most - byNamespace - 1));
        chooseFolds(byNamespace);
        fillUp(most);
    }

    /** Groups come largest first, and so do those of each namespace. */
    private void gather() {
        Map<String, Integer> numbers = new HashMap<>();
        for (int group = 0; group < graph.size(); group++) {
            String name = namespaces.apply(graph.key(group));
            namespaceOf[group] = numbers.computeIfAbsent(name, any -> {
                names.add(name);
                members.add(new ArrayList<>());
                return members.size() - 1;
            });
            members.get(namespaceOf[group]).add(group);
        }
    }

    private void chooseFolds(int most) {
        List<Integer> candidates = new ArrayList<>();
        for (int namespace = 0; namespace < names.size(); namespace++) {
            if (folded(namespace).size() > 1) {
                candidates.add(namespace);
            }
        }
        Map<Integer, Long> bytes = new HashMap<>();
        candidates.forEach(each -> bytes.put(each, folded(each).stream().mapToLong(graph::memsize).sum()));
        candidates.sort((one, other) -> Long.compare(bytes.getOrDefault(other, 0L), bytes.getOrDefault(one, 0L)));
        candidates.stream().limit(most).forEach(folds::set);
    }

    /** What room the folds have left is for the next groups. */
    private void fillUp(int most) {
        int room = most - nodes();
        for (int group = alone.nextClearBit(0); group < graph.size() && room > 0; group = alone.nextClearBit(group)) {
            alone.set(group);
            room--;
        }
        showSingles();
    }

    /** A node for one group that is folded may as well be that group. */
    private void showSingles() {
        for (int namespace = 0; namespace < names.size(); namespace++) {
            if (folds.get(namespace) && folded(namespace).size() == 1) {
                alone.set(folded(namespace).get(0));
            }
        }
        if (rest().size() == 1) {
            alone.set(rest().get(0));
        }
    }

    private int nodes() {
        int nodes = alone.cardinality() + (rest().isEmpty() ? 0 : 1);
        for (int fold = folds.nextSetBit(0); fold >= 0; fold = folds.nextSetBit(fold + 1)) {
            nodes += folded(fold).isEmpty() ? 0 : 1;
        }
        return nodes;
    }

    /** Shows the next groups of a namespace by themselves. */
    void open(int namespace, int batch) {
        folded(namespace).stream().limit(batch).forEach(alone::set);
        showSingles();
    }

    /** Shows the next groups of the rest by themselves. */
    void openRest(int batch) {
        rest().stream().limit(batch).forEach(alone::set);
        showSingles();
    }

    /** Folds all groups of a namespace. */
    void close(int namespace) {
        folds.set(namespace);
        members.get(namespace).forEach(alone::clear);
    }

    /** Folds one group into the node of its namespace. */
    void close(int namespace, int group) {
        folds.set(namespace);
        alone.clear(group);
    }

    /** Takes a group away. */
    void remove(int group) {
        removed.set(group);
        alone.clear(group);
    }

    /** Returns how many namespaces there are, shown or not. */
    int namespaces() {
        return names.size();
    }

    String name(int namespace) {
        return names.get(namespace);
    }

    int namespaceOf(int group) {
        return namespaceOf[group];
    }

    /** Returns whether what is folded of a namespace has a node of its own. */
    boolean isFold(int namespace) {
        return folds.get(namespace) && !folded(namespace).isEmpty();
    }

    /** Returns the groups of a namespace that are shown by themselves, the largest first. */
    List<Integer> alone(int namespace) {
        List<Integer> found = new ArrayList<>();
        members.get(namespace).stream().filter(alone::get).forEach(found::add);
        return found;
    }

    /** Returns the groups of a namespace that are not shown by themselves, the largest first. */
    List<Integer> folded(int namespace) {
        List<Integer> found = new ArrayList<>();
        members.get(namespace).stream().filter(group -> !alone.get(group) && !removed.get(group)).forEach(found::add);
        return found;
    }

    /** Returns the groups that no node stands for but the rest, the largest first. */
    List<Integer> rest() {
        List<Integer> found = new ArrayList<>();
        for (int group = alone.nextClearBit(0); group < graph.size(); group = alone.nextClearBit(group + 1)) {
            if (!removed.get(group) && !folds.get(namespaceOf[group])) {
                found.add(group);
            }
        }
        return found;
    }
}
