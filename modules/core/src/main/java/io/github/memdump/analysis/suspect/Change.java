package io.github.memdump.analysis.suspect;

import io.github.memdump.analysis.suspect.weight.Amount;
import io.github.memdump.analysis.suspect.weight.EarlierHeap;
import io.github.memdump.analysis.suspect.weight.Entries;
import io.github.memdump.analysis.suspect.weight.KindCounts;
import io.github.memdump.analysis.suspect.weight.Subtrees;
import io.github.memdump.analysis.suspect.weight.Weights;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.RecordTypes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What objects of a heap were in the earlier ones. With more than one earlier dump, growth is the smallest step from
 * one dump to the next, times the number of steps: what a cache adds until it is full is no growth. Immutable.
 */
final class Change {
    private static final Set<String> QUEUES = Set.of("queue", "szqueue");

    private final Heap heap;
    private final NodeSet fresh;
    private final List<EarlierHeap> pasts;
    private final Entries entries;
    private final KindCounts kinds;
    private final KindCounts freshKinds;

    /**
     * Prepares.
     *
     * @param pasts the earlier heaps, the earliest first
     * @param fresh the objects that were allocated since the first of them
     */
    Change(Heap heap, NodeSet fresh, List<EarlierHeap> pasts) {
        this.heap = heap;
        this.fresh = fresh;
        this.pasts = pasts;
        this.entries = new Entries(heap);
        this.kinds = KindCounts.of(heap, object -> true);
        this.freshKinds = KindCounts.of(heap, fresh::contains);
    }

    /** Returns what became of what an object referred to in the earliest heap. */
    Turnover turnover(int object) {
        int same = pasts.get(0).same(heap, object);
        if (same == Heap.NO_OBJECT) {
            return Turnover.UNKNOWN;
        }
        long before = pasts.get(0).entries(same);
        long kept = entries.count(object, target -> !fresh.contains(target));
        return new Turnover(before, Math.min(before, kept), entries.count(object), kind(object));
    }

    private Turnover.Kind kind(int object) {
        switch (heap.type(object)) {
            case RecordTypes.ARRAY:
                return Turnover.Kind.ARRAY;
            case RecordTypes.DATA:
                return QUEUES.contains(heap.name(object)) ? Turnover.Kind.QUEUE : Turnover.Kind.OTHER;
            default:
                return Turnover.Kind.OTHER;
        }
    }

    /** Returns what an object retained in the earliest heap, nothing if it is new. */
    Amount retainedBefore(int object) {
        int same = pasts.get(0).same(heap, object);
        return same == Heap.NO_OBJECT ? Amount.NONE : pasts.get(0).retained(same);
    }

    /** Returns whether an object was there in the earliest heap. */
    boolean isOld(int object) {
        return pasts.get(0).same(heap, object) != Heap.NO_OBJECT;
    }

    /** Returns what an object retained in each of the earlier heaps, and what it retains now. */
    History retained(int object, Amount now) {
        Amount[] row = new Amount[pasts.size() + 1];
        for (int i = 0; i < pasts.size(); i++) {
            int same = pasts.get(i).same(heap, object);
            row[i] = same == Heap.NO_OBJECT ? Amount.NONE : pasts.get(i).retained(same);
        }
        row[pasts.size()] = now;
        return History.retained(row);
    }

    /** Returns the growth over all dumps that the smallest step of a history makes. */
    Amount growth(History history) {
        return new Amount(Math.max(0, history.smallestStep()) * pasts.size(),
            Math.max(0, history.smallestStepInBytes()) * pasts.size());
    }

    /** Returns the part of the new objects of a kind by which there are more of them, from 0 to 1. */
    private double netShare(long kind) {
        String name = kinds.name(kind);
        long least = Long.MAX_VALUE;
        for (int i = 0; i < pasts.size(); i++) {
            long next = i + 1 < pasts.size() ? pasts.get(i + 1).ofKind(name) : kinds.count(kind);
            least = Math.min(least, next - pasts.get(i).ofKind(name));
        }
        long isNew = freshKinds.count(kind);
        return isNew == 0 ? 0 : Math.min(1, Math.max(0, least) * pasts.size() / (double) isNew);
    }

    /** How much there is more of some kinds of objects, and how many there were in each dump. Immutable. */
    static final class Net {
        final Amount growth;
        final History history;

        Net(Amount growth, History history) {
            this.growth = growth;
            this.history = history;
        }
    }

    /** Returns by how much there is more of what some objects dominate: each kind as far as none of it went. */
    Net net(int[] tops, Subtrees subtrees, Weights weights) {
        Map<Long, long[]> sums = new TreeMap<>();
        for (int top : tops) {
            for (int i = subtrees.from(top); i < subtrees.to(top); i++) {
                int object = subtrees.at(i);
                if (weights.weighs(object)) {
                    long[] sum = sums.computeIfAbsent(kinds.number(object), any -> new long[2]);
                    sum[0]++;
                    sum[1] += weights.ownSize(object);
                }
            }
        }
        double count = 0;
        double size = 0;
        for (Map.Entry<Long, long[]> sum : sums.entrySet()) {
            double net = netShare(sum.getKey());
            count += net * sum.getValue()[0];
            size += net * sum.getValue()[1];
        }
        return new Net(new Amount((long) count, (long) size), history(sums.keySet(), tops));
    }

    /** Returns how many there were of what has gathered; in one object whatever it dominates. */
    private History history(Set<Long> dominated, int[] tops) {
        Set<Long> met = tops.length == 1 ? dominated
            : IntStream.of(tops).mapToObj(kinds::number).collect(Collectors.toSet());
        Set<String> named = new TreeSet<>();
        long[] counts = new long[pasts.size() + 1];
        for (long kind : met) {
            named.add(kinds.name(kind));
            counts[pasts.size()] += kinds.count(kind);
        }
        for (int i = 0; i < pasts.size(); i++) {
            counts[i] = named.stream().mapToLong(pasts.get(i)::ofKind).sum();
        }
        return History.alike(counts);
    }
}
