package io.github.memdump.analysis.suspect;

import io.github.memdump.analysis.suspect.weight.Amount;
import io.github.memdump.analysis.suspect.weight.KindCounts;
import io.github.memdump.analysis.suspect.weight.Weights;
import io.github.memdump.array.IntList;
import io.github.memdump.graph.Graph;
import io.github.memdump.heap.Heap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/** Puts the children that objects have in the dominator tree together by class, IMEMO by what they are. */
final class ClassGroups {
    private final Heap heap;
    private final Weights weights;

    ClassGroups(Heap heap, Weights weights) {
        this.heap = heap;
        this.weights = weights;
    }

    /** Returns the children that carry a load and meet a condition, by class, the heaviest class first. */
    List<int[]> of(Graph tree, int[] parents, IntPredicate condition) {
        Map<Integer, IntList> byClass = new TreeMap<>();
        for (int parent : parents) {
            for (int i = tree.from(parent); i < tree.to(parent); i++) {
                int child = tree.target(i);
                if (weights.isLoaded(child) && condition.test(child)) {
                    byClass.computeIfAbsent(KindCounts.classOrKind(heap, child), any -> new IntList()).add(child);
                }
            }
        }
        List<int[]> groups = new ArrayList<>();
        IdentityHashMap<int[], Double> shares = new IdentityHashMap<>();
        for (IntList group : byClass.values()) {
            int[] members = group.toArray();
            groups.add(members);
            shares.put(members, sum(members).shareOf(weights.total()));
        }
        groups.sort(Comparator.comparingDouble((int[] group) -> -shares.getOrDefault(group, 0.0))
            .thenComparingInt(group -> group[0]));
        return groups;
    }

    /** Returns what objects dominate together, none of which dominates another. */
    Amount sum(int[] members) {
        long count = 0;
        long size = 0;
        for (int member : members) {
            count += weights.of(member).count();
            size += weights.of(member).size();
        }
        return new Amount(count, size);
    }
}
