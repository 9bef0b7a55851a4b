package io.github.memdump.names;

import io.github.memdump.heap.Heap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which variable each reference of an object is. Names and references stand in one order, and a variable whose value is
 * no object has no reference: of k names, the i-th of m references is one of i … i+k−m. That is certain where k = m.
 * Beyond it, what other objects of the class hold makes a name likely. Time is linear in k·m at worst. Immutable.
 */
final class VariableChoice {
    /** Of one sort of variables in a row of names. */
    interface Kinds {
        /** Returns the kind of the variable of a name. */
        ReferenceKind of(String name);
    }

    /** So many values of a variable have to be seen before it says anything that a class is not among them. */
    private static final int ENOUGH = 4;

    private final Evidence evidence;
    private final Kinds kinds;
    private final int classNumber;
    private final int[] targets;

    VariableChoice(Evidence evidence, Kinds kinds, int classNumber, int[] targets) {
        this.evidence = evidence;
        this.kinds = kinds;
        this.classNumber = classNumber;
        this.targets = targets;
    }

    /** Returns the names of all references where the names are those of this object, as its shape says them. */
    ReferenceName[] among(List<String> names, Map<String, Integer> patterns) {
        ReferenceName[] result = new ReferenceName[targets.length];
        int free = names.size() - targets.length;
        for (int i = 0; i < result.length; i++) {
            result[i] = free < 0 ? ReferenceName.oneOf(kinds.of(""), List.of())
                : free == 0 ? ReferenceName.certain(kinds.of(names.get(i)), names.get(i)) : null;
        }
        return free > 0 ? chosen(names, fitting(names, patterns)) : result;
    }

    /** Returns the names where only layouts of other objects of the class are known, as before Ruby 3.2. */
    ReferenceName[] amongLayouts(List<ProcessNames.Layout> layouts) {
        List<String> longest = List.of();
        Map<List<String>, Integer> fitting = new LinkedHashMap<>();
        for (ProcessNames.Layout layout : layouts) {
            longest = layout.names.size() > longest.size() ? layout.names : longest;
            fitting(layout.names, layout.patterns).forEach((names, cases) -> fitting.merge(names, cases, Integer::sum));
        }
        if (longest.size() < targets.length) {
            ReferenceName[] result = new ReferenceName[targets.length];
            Arrays.fill(result, ReferenceName.oneOf(kinds.of("@"), List.of()));
            return result;
        }
        return chosen(longest, fitting);
    }

    /** Returns which names the references have in patterns of others that this object may have as well, how often. */
    private Map<List<String>, Integer> fitting(List<String> names, Map<String, Integer> patterns) {
        Map<List<String>, Integer> result = new LinkedHashMap<>();
        for (Map.Entry<String, Integer> pattern : patterns.entrySet()) {
            List<String> held = new ArrayList<>();
            for (int i = 0; i < pattern.getKey().length() && i < names.size(); i++) {
                if (pattern.getKey().charAt(i) == 'r') {
                    held.add(names.get(i));
                }
            }
            if (held.size() == targets.length && isPossible(held)) {
                result.merge(held, pattern.getValue(), Integer::sum);
            }
        }
        return result;
    }

    private boolean isPossible(List<String> held) {
        for (int i = 0; i < targets.length; i++) {
            if (evidence.total(classNumber, held.get(i)) > 0
                && evidence.cases(classNumber, held.get(i), targets[i]) == 0) {
                return false;
            }
        }
        return true;
    }

    private ReferenceName[] chosen(List<String> names, Map<List<String>, Integer> fitting) {
        ReferenceName[] result = new ReferenceName[targets.length];
        for (int i = 0; i < result.length; i++) {
            int at = i;
            Map<String, Integer> weights = new LinkedHashMap<>();
            fitting.forEach((held, cases) -> weights.merge(held.get(at), cases, Integer::sum));
            result[i] = weights.size() == 1 ? likely(weights) : byClass(names, i, weights);
        }
        return result;
    }

    private ReferenceName likely(Map<String, Integer> weights) {
        Map.Entry<String, Integer> only = weights.entrySet().iterator().next();
        return ReferenceName.likely(kinds.of(only.getKey()), only.getKey(), only.getValue());
    }

    /** Chooses by the classes of values that stand elsewhere at the names that are possible here. */
    private ReferenceName byClass(List<String> names, int reference, Map<String, Integer> weights) {
        List<String> possible = names.subList(reference, reference + names.size() - targets.length + 1);
        Map<String, Integer> cases = new LinkedHashMap<>();
        for (String name : possible) {
            int count = targets[reference] == Heap.NO_OBJECT ? 0
                : evidence.cases(classNumber, name, targets[reference]);
            if (count > 0) {
                cases.put(name, count);
            }
        }
        if (weights.isEmpty() && cases.size() == 1 && isTelling(cases.entrySet().iterator().next(), possible)) {
            return likely(cases);
        }
        Set<String> ordered = new LinkedHashSet<>();
        inOrder(weights, ordered);
        inOrder(cases, ordered);
        ordered.retainAll(new LinkedHashSet<>(possible));
        possible.stream().filter(name -> isCalledLike(name, targets[reference])).forEach(ordered::add);
        ordered.addAll(possible);
        List<String> all = new ArrayList<>(ordered);
        return ReferenceName.oneOf(kinds.of(all.get(0)), all);
    }

    /**
     * Returns whether the class of a value tells its variable: most values there are of this class, and none at the
     * others, of which enough were seen.
     */
    private boolean isTelling(Map.Entry<String, Integer> only, List<String> possible) {
        return only.getValue() * 2 >= evidence.total(classNumber, only.getKey())
            && possible.stream().allMatch(name -> evidence.total(classNumber, name) >= ENOUGH);
    }

    /** Returns whether a variable is called after the class of a value, @user after User or Shop::User. */
    private boolean isCalledLike(String name, int target) {
        if (target == Heap.NO_OBJECT) {
            return false;
        }
        String className = evidence.className(target);
        String last = className.substring(className.lastIndexOf(':') + 1);
        return name.replace("@", "").replace("_", "").equalsIgnoreCase(last);
    }

    private static void inOrder(Map<String, Integer> counts, Set<String> into) {
        counts.entrySet().stream().sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
            .forEach(entry -> into.add(entry.getKey()));
    }
}
