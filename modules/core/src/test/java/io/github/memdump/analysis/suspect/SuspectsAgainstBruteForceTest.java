package io.github.memdump.analysis.suspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.Loading;
import io.github.memdump.analysis.HeapDiff;
import io.github.memdump.analysis.Identities;
import io.github.memdump.analysis.Retained;
import io.github.memdump.analysis.suspect.weight.Amount;
import io.github.memdump.analysis.suspect.weight.EarlierHeap;
import io.github.memdump.analysis.suspect.weight.ProgramObjects;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;
import io.github.memdump.testing.DiffOracle;
import io.github.memdump.testing.DominatorOracle;
import io.github.memdump.testing.Oracle;
import io.github.memdump.testing.RandomHeap;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every place where something gathers by definition is found, and nothing else, on seeded random heaps. */
class SuspectsAgainstBruteForceTest {
    private Heap heap;
    private Oracle oracle;
    private DominatorOracle tree;
    private ProgramObjects objects;
    private Set<String> weighing;
    /** The old objects that are larger than before, and by how many bytes. */
    private final Map<String, Long> grown = new TreeMap<>();
    private double share;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void findsEveryObjectInWhichSomethingGathers(long seed) {
        RandomHeap random = RandomHeap.ofSeed(seed).objects(200 + (int) seed * 30).newObjects(80);
        for (double minShare : new double[] {0.02, 0.05, 0.15}) {
            prepare(random, minShare);
            Retained retained = Retained.of(heap, Task.UNWATCHED);
            check(Suspects.of(heap, retained, SuspectOptions.OF_ONE_DUMP.withMinShare(minShare), Task.UNWATCHED),
                random + " " + minShare);

            Heap before = Loading.load(random.before());
            DiffOracle change = oracle.since(Oracle.of(random.before()));
            Set<String> all = new HashSet<>(weighing);
            weighing.retainAll(allocatedSince(before, change.newObjects()));
            all.removeAll(change.newObjects());
            for (String old : all) {
                long more = oracle.memsize(old) - before.memsize(Identities.find(before, old));
                if (more > 0) {
                    grown.put(old, more);
                }
            }
            HeapDiff diff = HeapDiff.between(before, heap, Task.UNWATCHED);
            Suspects grown = Suspects.of(diff, EarlierHeap.of(before, Task.UNWATCHED), retained,
                SuspectOptions.OF_GROWTH.withMinShare(minShare), Task.UNWATCHED);
            check(grown, random + " growth " + minShare);
        }
    }

    /** Returns the new objects but for those that only moved: in traced dumps what is new has a late generation. */
    private Set<String> allocatedSince(Heap before, Set<String> newObjects) {
        int last = IntStream.range(0, before.objectCount()).map(before::generation).max().orElseThrow();
        Map<String, Integer> gone = new TreeMap<>();
        for (int object = 0; object < before.objectCount(); object++) {
            gone.merge(before.className(object), 1, Integer::sum);
        }
        Map<String, Integer> late = new TreeMap<>();
        for (int object = 0; object < heap.objectCount(); object++) {
            String name = heap.identity(object);
            if (!newObjects.contains(name)) {
                gone.merge(heap.className(object), -1, Integer::sum);
            } else if (heap.generation(object) < last) {
                late.merge(heap.className(object), 1, Integer::sum);
            }
        }
        Set<String> allocated = new HashSet<>(newObjects);
        allocated.removeIf(name -> {
            int object = Identities.find(heap, name);
            String kind = heap.className(object);
            return heap.generation(object) < last && gone.getOrDefault(kind, 0) >= late.get(kind);
        });
        return last == Heap.NO_GENERATION ? newObjects : allocated;
    }

    private void prepare(RandomHeap random, double minShare) {
        heap = Loading.load(random.after());
        oracle = Oracle.of(random.after());
        tree = oracle.dominators();
        objects = ProgramObjects.of(heap);
        share = minShare;
        weighing = new HashSet<>();
        grown.clear();
        for (int object = 0; object < heap.objectCount(); object++) {
            if (objects.weighs(object) && tree.dominators().containsKey(heap.identity(object))) {
                weighing.add(heap.identity(object));
            }
        }
    }

    private void check(Suspects suspects, String where) {
        assertEquals(total(), List.of(suspects.total().count(), suspects.total().size()), where);
        List<Suspect> all = new ArrayList<>(suspects.list());
        all.addAll(suspects.steady());
        Set<String> gathering = gathering();
        int singles = 0;
        for (Suspect suspect : all) {
            if (suspect.shape() == SuspectShape.SHARED) {
                assertTrue(isHeavy(List.of(suspect.amount().count(), suspect.amount().size())), where);
                assertTrue(suspect.together().count() <= suspect.amount().count(), where);
                continue;
            }
            singles += suspect.alike();
            String top = heap.identity(suspect.object());
            if (suspect.alike() == 1) {
                assertEquals(size(weighed(top)), List.of(suspect.amount().count(), suspect.amount().size()), where);
                assertEquals(List.of(tree.retainedCounts().get(top), tree.retainedSizes().get(top)),
                    List.of(suspect.retained().count(), suspect.retained().size()), where);
                assertTrue(isOnPathTo(gathering, top), where + " " + top);
            }
        }
        assertEquals(gathering.size(), singles, where);
    }

    /** The definition: a program's object that still dominates enough without its heavy children, many alike kept. */
    private Set<String> gathering() {
        Map<String, List<Long>> rests = new TreeMap<>();
        for (String object : tree.dominators().keySet()) {
            rests.put(object, size(weighed(object)));
        }
        Map<String, List<Long>> whole = new TreeMap<>(rests);
        whole.forEach((object, amount) -> {
            String above = tree.dominators().get(object);
            if (isHeavy(amount) && rests.containsKey(above) && !isOneOfMany(object, whole)) {
                rests.merge(above, amount, (a, b) -> List.of(a.get(0) - b.get(0), a.get(1) - b.get(1)));
            }
        });
        Set<String> gathering = new HashSet<>();
        NodeSet.all(heap.objectCount()).forEach(object -> {
            String name = heap.identity(object);
            if (isCarrier(name) && rests.containsKey(name) && isHeavy(whole.get(name))
                && isHeavy(rests.get(name))
                && !isBelowOneOfMany(name, whole)) {
                gathering.add(name);
            }
        });
        return gathering;
    }

    private boolean isBelowOneOfMany(String object, Map<String, List<Long>> whole) {
        for (String above = object; !above.equals(DominatorOracle.ALL_ROOTS); above = tree.dominators().get(above)) {
            if (isOneOfMany(above, whole)) {
                return true;
            }
        }
        return false;
    }

    private boolean isOneOfMany(String object, Map<String, List<Long>> whole) {
        String above = tree.dominators().get(object);
        if (above.equals(DominatorOracle.ALL_ROOTS) || !isHeavy(whole.get(object)) || !isCarrier(object)
            || !isCarrier(above)) {
            return false;
        }
        List<Double> shares = new ArrayList<>();
        whole.forEach((other, amount) -> {
            if (tree.dominators().get(other).equals(above) && isHeavy(amount) && isCarrier(other)
                && kind(other).equals(kind(object))) {
                shares.add(new Amount(amount.get(0), amount.get(1))
                    .shareOf(new Amount(total().get(0), total().get(1))));
            }
        });
        double mean = shares.stream().mapToDouble(each -> each).average().orElse(0);
        return shares.size() >= 5 && shares.stream().allMatch(each -> each <= 3 * mean + 1e-12);
    }

    private List<Integer> kind(String name) {
        int object = Identities.find(heap, name);
        return List.of(heap.classNumber(object), heap.site(object));
    }

    private boolean isCarrier(String name) {
        int object = Identities.find(heap, name);
        String above = tree.dominators().get(name);
        return objects.weighs(object) || above != null && !above.equals(DominatorOracle.ALL_ROOTS) && isCarrier(above)
            && (objects.isTable(object) || heap.isToHeldClass(Identities.find(heap, above), object));
    }

    private boolean isOnPathTo(Set<String> gathering, String top) {
        for (String place : gathering) {
            for (String above = place; above != null; above = tree.dominators().get(above)) {
                if (above.equals(top)) {
                    return true;
                }
            }
        }
        return false;
    }

    private Set<String> weighed(String object) {
        Set<String> lost = new HashSet<>(tree.retainedBy(object));
        lost.removeIf(name -> !weighing.contains(name) && !grown.containsKey(name));
        return lost;
    }

    private List<Long> size(Set<String> set) {
        return List.of(set.stream().filter(weighing::contains).count(), set.stream()
            .mapToLong(name -> weighing.contains(name) ? oracle.memsize(name) : grown.get(name)).sum());
    }

    private List<Long> total() {
        Set<String> all = new HashSet<>(weighing);
        all.addAll(grown.keySet());
        return size(all);
    }

    private boolean isHeavy(List<Long> amount) {
        List<Long> total = total();
        return amount.get(0) >= Math.max(1, share * total.get(0)) || amount.get(1) >= Math.max(1, share * total.get(1));
    }
}
