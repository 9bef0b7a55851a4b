package io.github.memdump.cli.report.story;

import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.OwnObjects;
import io.github.memdump.array.IntList;
import io.github.memdump.graph.BreadthFirst;
import io.github.memdump.graph.Graph;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.graph.Reachability;
import io.github.memdump.graph.Walk;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;
import io.github.memdump.view.ObjectNames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Gathers the old objects that hold new ones of the program, equal ones at equal paths together. */
final class Holders {
    private static final int NAMED = 4;
    /** For so many, those that come first, a walk counts what they keep alive. */
    private static final int COUNTED = 48;

    private final Heap heap;
    private final NodeSet newObjects;
    private final NodeSet oldBorder;
    private final OwnObjects own;
    private final ObjectNames names;
    private final Chains chains;
    private final HeldCounts hanging;

    /** Prepares; {@code onBorder} tells what hangs on each border object. */
    Holders(Findings findings, HeldCounts onBorder) {
        this.heap = findings.heap();
        this.newObjects = findings.diff().orElseThrow().newOfProgram();
        this.own = findings.diff().orElseThrow().own();
        this.oldBorder = findings.border().orElseThrow().oldBorder();
        this.names = new ObjectNames(heap);
        BreadthFirst fromRoots = findings.fromRoots().orElseThrow();
        this.chains = new Chains(fromRoots, heap.objectCount(), names::of);
        this.hanging = onBorder.onHolders(fromRoots);
    }

    /** Returns them, those on which most hangs first, then those that keep most alive. */
    List<Holder> ranked(Task task) {
        Map<List<String>, List<Integer>> byChain = new LinkedHashMap<>();
        oldBorder.forEach(object -> {
            if (!own.contains(object) && isHolder(object)) {
                byChain.computeIfAbsent(chains.to(object), any -> new ArrayList<>()).add(object);
            }
        });
        List<List<Integer>> groups = new ArrayList<>(byChain.values());
        Map<List<Integer>, Holder> told = new IdentityHashMap<>();
        Map<List<Integer>, int[]> held = new IdentityHashMap<>();
        byChain.forEach((chain, group) -> {
            held.put(group, held(group));
            told.put(group, holder(chain, group, held.get(group)));
        });
        groups.sort(Comparator.comparingLong((List<Integer> group) -> -told.get(group).newObjects())
            .thenComparingLong(group -> -held.get(group).length));
        List<Holder> holders = new ArrayList<>();
        Walk inside = Walk.over(heap.references()).within(newObjects);
        for (List<Integer> group : groups) {
            Holder holder = told.get(group);
            holders.add(holders.size() >= COUNTED ? holder
                : holder.keeping(Reachability.from(inside, held.get(group), task).size()));
        }
        holders.sort(Comparator.comparingLong((Holder holder) -> -holder.newObjects())
            .thenComparingLong(holder -> -holder.kept()));
        return List.copyOf(holders);
    }

    private boolean isHolder(int object) {
        Graph references = heap.references();
        for (int i = references.from(object); i < references.to(object); i++) {
            if (newObjects.contains(references.target(i))) {
                return true;
            }
        }
        return false;
    }

    private int[] held(List<Integer> objects) {
        Graph references = heap.references();
        IntList held = new IntList();
        for (int object : objects) {
            for (int i = references.from(object); i < references.to(object); i++) {
                if (newObjects.contains(references.target(i))) {
                    held.add(references.target(i));
                }
            }
        }
        return held.toArray();
    }

    private Holder holder(List<String> chain, List<Integer> group, int[] held) {
        Map<String, Integer> kinds = new TreeMap<>();
        for (int object : held) {
            kinds.merge(names.of(object), 1, Integer::sum);
        }
        long count = 0;
        long bytes = 0;
        int first = group.get(0);
        for (int object : group) {
            count += hanging.count(object);
            bytes += hanging.bytes(object);
            first = hanging.count(object) > hanging.count(first) ? object : first;
        }
        return new Holder(chain, group.size(), first, count, bytes, Holder.NOT_COUNTED,
            mostOf(kinds));
    }

    private static List<String> mostOf(Map<String, Integer> kinds) {
        List<String> most = new ArrayList<>();
        kinds.entrySet().stream()
            .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
            .limit(NAMED)
            .forEach(kind -> most.add(Words.times(kind.getKey(), kind.getValue())));
        if (kinds.size() > NAMED) {
            most.add("…");
        }
        return most;
    }
}
