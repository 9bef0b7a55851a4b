package io.github.memdump.analysis.suspect;

import io.github.memdump.analysis.suspect.weight.Amount;
import io.github.memdump.analysis.suspect.weight.ProgramObjects;
import io.github.memdump.analysis.suspect.weight.Subtrees;
import io.github.memdump.analysis.suspect.weight.Weights;
import io.github.memdump.array.IntList;
import io.github.memdump.array.Saturating;
import io.github.memdump.graph.Graph;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.graph.Reachability;
import io.github.memdump.graph.Walk;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/**
 * Finds what holds some objects together when no single one does: backwards over references from all of them at once,
 * until a holder is settled. Settled is, among new objects, each old one; otherwise what leads to a fifth of them or
 * more; and in any case a class, a root or another record of Ruby's own.
 *
 * <p>Linear in the references among what is walked over; 5 bytes per object of the heap. Not thread-safe.
 */
final class CommonHolders {
    /** The part of the members that a holder must lead to, to be one of its own. */
    static final double OWN_SHARE = 0.2;
    /** Holders that lead to less than this part of the members, all of a class together, go unnamed. */
    private static final double NAMED_SHARE = 0.03;
    private static final int MOST = 8;
    private static final int DEEPEST = 8;

    private final Heap heap;
    private final Subtrees subtrees;
    private final ProgramObjects objects;
    private final Weights weights;
    private final int[] cover;
    private final NodeSet.Builder inside;
    private final NodeSet.Builder between;
    private final IntPredicate isSettled;
    private final int members;

    /** One holder or several of a class, and what they keep of the members. Immutable. */
    static final class Group {
        final int[] objects;
        final Amount kept;

        Group(int[] objects, Amount kept) {
            this.objects = objects;
            this.kept = kept;
        }
    }

    /** The holders, and what would die if all of them let go. Immutable. */
    static final class Result {
        final List<Group> groups;
        final Amount together;

        Result(List<Group> groups, Amount together) {
            this.groups = groups;
            this.together = together;
        }
    }

    /**
     * Prepares.
     *
     * @param members   reachable objects, none of which dominates another
     * @param newOnes   the new objects if the members are new, else empty
     */
    CommonHolders(Heap heap, Subtrees subtrees, ProgramObjects objects, Weights weights, int[] members,
        NodeSet newOnes) {
        this.heap = heap;
        this.subtrees = subtrees;
        this.objects = objects;
        this.weights = weights;
        this.members = members.length;
        this.cover = new int[heap.objectCount()];
        this.inside = NodeSet.builder(heap.objectCount());
        this.between = NodeSet.builder(heap.objectCount());
        for (int member : members) {
            for (int i = subtrees.from(member); i < subtrees.to(member); i++) {
                inside.add(subtrees.at(i));
            }
        }
        double enough = Math.max(2, OWN_SHARE * members.length);
        this.isSettled = newOnes.isEmpty()
            ? object -> !objects.isTable(object) && (cover[object] >= enough || !objects.weighs(object))
            : object -> !objects.isTable(object) && (!newOnes.contains(object) || !objects.weighs(object));
    }

    /** Finds the holders of the members. */
    Result find(int[] members, Task task) {
        IntList settled = new IntList();
        IntList layer = new IntList();
        NodeSet.Builder met = NodeSet.builder(heap.objectCount());
        for (int member : members) {
            climb(member, 1, met, layer);
        }
        for (int depth = 0; layer.size() > 0; depth++) {
            IntList next = new IntList();
            IntList open = new IntList();
            for (int i = 0; i < layer.size(); i++) {
                int object = layer.get(i);
                if (isSettled.test(object) || depth == DEEPEST) {
                    settled.add(object);
                } else {
                    between.add(object);
                    open.add(object);
                }
            }
            for (int i = 0; i < open.size(); i++) {
                climb(open.get(i), cover[open.get(i)], met, next);
            }
            layer = next;
        }
        NodeSet held = inside.build();
        return result(groups(settled), held, held.or(between.build()), task);
    }

    /** Passes what an object leads to on to its referrers, and puts those met for the first time into a layer. */
    private void climb(int object, int members, NodeSet.Builder met, IntList layer) {
        Graph referrers = heap.referrers();
        for (int i = referrers.from(object); i < referrers.to(object); i++) {
            int referrer = referrers.target(i);
            if (!subtrees.isReachable(referrer) || inside.contains(referrer)) {
                continue;
            }
            // What the object itself dominates leads back to it: a thread to the Ractor, and on to all others.
            if (subtrees.dominates(object, referrer)) {
                between.add(referrer);
            } else {
                cover[referrer] = (int) Math.min(this.members, (long) cover[referrer] + members);
                if (met.add(referrer)) {
                    layer.add(referrer);
                }
            }
        }
    }

    /** Returns the settled holders: those that lead to much singly, the others by class or type. */
    private List<IntList> groups(IntList settled) {
        List<IntList> groups = new ArrayList<>();
        Map<Integer, IntList> byClass = new TreeMap<>();
        for (int i = 0; i < settled.size(); i++) {
            int object = settled.get(i);
            boolean isAlone = cover[object] >= OWN_SHARE * members;
            // Each class may have a class of its own, so Ruby's own go together by type.
            int kind = objects.weighs(object) ? heap.classNumber(object) : -1 - heap.type(object);
            IntList group = isAlone ? new IntList() : byClass.computeIfAbsent(kind, any -> new IntList());
            group.add(object);
            if (isAlone) {
                groups.add(group);
            }
        }
        groups.addAll(byClass.values());
        groups.removeIf(group -> covered(group) < NAMED_SHARE * members);
        groups.sort(Comparator.comparingLong((IntList group) -> -covered(group)).thenComparingInt(g -> g.get(0)));
        return groups.subList(0, Math.min(MOST, groups.size()));
    }

    private long covered(IntList group) {
        long covered = 0;
        for (int i = 0; i < group.size(); i++) {
            covered += cover[group.get(i)];
        }
        return Math.min(members, covered);
    }

    private Result result(List<IntList> found, NodeSet held, NodeSet walked, Task task) {
        NodeSet.Builder others = NodeSet.all(heap.objectCount()).toBuilder();
        List<Group> groups = new ArrayList<>();
        for (IntList group : found) {
            IntList starts = new IntList();
            for (int i = 0; i < group.size(); i++) {
                int holder = group.get(i);
                others.remove(holder);
                for (int j = heap.references().from(holder); j < heap.references().to(holder); j++) {
                    starts.add(heap.references().target(j));
                }
            }
            NodeSet kept = Reachability.from(Walk.over(heap.references()).within(walked), starts.toArray(), task);
            groups.add(new Group(group.toArray(), weighed(kept.and(held))));
        }
        NodeSet left = Reachability.from(Walk.over(heap.references()).within(others.build()), heap.roots(), task);
        return new Result(groups, weighed(held.minus(left)));
    }

    private Amount weighed(NodeSet set) {
        long[] sums = new long[2];
        set.forEach(object -> {
            if (weights.weighs(object)) {
                sums[0]++;
                sums[1] = Saturating.sum(sums[1], weights.ownSize(object));
            }
        });
        return new Amount(sums[0], sums[1]);
    }
}
