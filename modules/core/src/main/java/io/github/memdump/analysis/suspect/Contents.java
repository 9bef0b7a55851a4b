package io.github.memdump.analysis.suspect;

import io.github.memdump.analysis.suspect.weight.Amount;
import io.github.memdump.analysis.suspect.weight.KindCounts;
import io.github.memdump.analysis.suspect.weight.Subtrees;
import io.github.memdump.analysis.suspect.weight.Weights;
import io.github.memdump.array.Saturating;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.SiteTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Tells what suspects consist of, by class and allocation site. */
final class Contents {
    private static final int CLASSES = 6;

    private final Heap heap;
    private final Subtrees subtrees;
    private final Weights weights;

    Contents(Heap heap, Subtrees subtrees, Weights weights) {
        this.heap = heap;
        this.subtrees = subtrees;
        this.weights = weights;
    }

    /** Returns all that counts of what some objects dominate, by class, most objects first. */
    List<Accumulated> of(int[] tops) {
        int classes = heap.classes().size() + heap.nameCount();
        long[] counts = new long[classes];
        long[] sizes = new long[classes];
        int[] examples = new int[classes];
        TreeMap<Long, Long> sites = new TreeMap<>();
        for (int top : tops) {
            for (int i = subtrees.from(top); i < subtrees.to(top); i++) {
                int object = subtrees.at(i);
                if (weights.weighs(object)) {
                    int key = KindCounts.classOrKind(heap, object);
                    counts[key]++;
                    sizes[key] = Saturating.sum(sizes[key], weights.ownSize(object));
                    examples[key] = object;
                    if (heap.site(object) != SiteTable.NO_SITE) {
                        sites.merge((long) key << Integer.SIZE | heap.site(object), 1L, Long::sum);
                    }
                }
            }
        }
        List<Accumulated> result = new ArrayList<>();
        for (int number = 0; number < classes; number++) {
            if (counts[number] > 0) {
                result.add(Accumulated.of(examples[number], counts[number],
                    new Amount(counts[number], sizes[number]), sitesOf(number, sites)));
            }
        }
        result.sort(Comparator.comparingLong(Accumulated::objects).reversed()
            .thenComparing(row -> heap.className(row.example())));
        return result.subList(0, Math.min(CLASSES, result.size()));
    }

    /** Returns what of all that some objects dominate was allocated at a line, by itself. */
    Accumulated allocatedAt(int site, int[] tops) {
        int example = Heap.NO_OBJECT;
        Amount amount = Amount.NONE;
        for (int top : tops) {
            for (int i = subtrees.from(top); i < subtrees.to(top); i++) {
                int object = subtrees.at(i);
                if (heap.site(object) == site && weights.weighs(object)) {
                    example = example == Heap.NO_OBJECT ? object : example;
                    amount = amount.plus(new Amount(1, weights.ownSize(object)));
                }
            }
        }
        return Accumulated.of(example, amount.count(), amount, Map.of(site, amount.count()));
    }

    private static Map<Integer, Long> sitesOf(int classNumber, SortedMap<Long, Long> sites) {
        Map<Integer, Long> result = new TreeMap<>();
        long first = (long) classNumber << Integer.SIZE;
        sites.subMap(first, first + (1L << Integer.SIZE))
            .forEach((key, count) -> result.put((int) (long) key, count));
        return result;
    }

    /** Returns what has gathered, group by group. */
    List<Accumulated> gathered(List<int[]> groups) {
        List<Accumulated> result = new ArrayList<>();
        for (int[] group : groups.subList(0, Math.min(CLASSES, groups.size()))) {
            long count = 0;
            long size = 0;
            Map<Integer, Long> sites = new TreeMap<>();
            for (int object : group) {
                boolean isLink = group.length > 1 && group[0] != object && subtrees.dominates(group[0], object);
                count += isLink ? 0 : weights.of(object).count();
                size += isLink ? 0 : weights.of(object).size();
                if (heap.site(object) != SiteTable.NO_SITE) {
                    sites.merge(heap.site(object), 1L, Long::sum);
                }
            }
            result.add(Accumulated.of(group[0], group.length, new Amount(count, size), sites));
        }
        return result;
    }
}
