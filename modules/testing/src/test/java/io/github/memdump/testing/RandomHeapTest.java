package io.github.memdump.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RandomHeapTest {
    private static final int SEEDS = 60;

    @Test
    void theSameSeedGivesTheSameTextAndAnotherSeedAnother() {
        RandomHeap pair = RandomHeap.ofSeed(7);
        assertEquals(pair.before().text(), RandomHeap.ofSeed(7).before().text());
        assertEquals(pair.after().text(), RandomHeap.ofSeed(7).after().text());
        assertNotEquals(pair.after().text(), RandomHeap.ofSeed(8).after().text());
    }

    @Test
    void everyOddityOfRealHeapsIsDrawn() {
        Map<String, Long> seen = new HashMap<>();
        for (long seed = 0; seed < SEEDS; seed++) {
            RandomHeap pair = RandomHeap.ofSeed(seed);
            Oracle after = Oracle.of(pair.after());
            DiffOracle diff = after.since(Oracle.of(pair.before()));
            assertEquals(0, after.damagedLines(), pair.toString());
            seen.merge("dangling", after.danglingReferences(), Long::sum);
            seen.merge("duplicate", after.duplicateReferences(), Long::sum);
            seen.merge("unreachable", (long) after.objects().size() - after.rootDistances().size(), Long::sum);
            seen.merge("held by a class",
                (long) after.rootDistances().size() - after.overPlainReferences().rootDistances().size(), Long::sum);
            seen.merge("without generation", (long) diff.newWithoutGeneration().size(), Long::sum);
            seen.merge("reused", (long) diff.reusedAddresses().size(), Long::sum);
            seen.merge("gone", (long) diff.goneObjects().size(), Long::sum);
            seen.merge("old border", (long) diff.oldBorder().size(), Long::sum);
            seen.merge("removed by cleanup", (long) after.commonCleanup().removed().size(), Long::sum);
            seen.merge("allocated by dump_all",
                (long) after.objectsWhere(record -> record.method.equals("dump_all")).size(), Long::sum);
        }
        seen.forEach((oddity, count) -> assertTrue(count >= SEEDS / 2, oddity + ": " + count));
    }

    @Test
    void mostObjectsAreReachableAndMostHaveOneReferrer() {
        Oracle after = Oracle.of(RandomHeap.ofSeed(3).objects(5000).newObjects(1000).after());
        assertTrue(after.rootDistances().size() > after.objects().size() * 0.8);
        Map<String, Integer> referrers = new HashMap<>();
        after.graph().values().forEach(targets -> targets.forEach(t -> referrers.merge(t, 1, Integer::sum)));
        long one = referrers.values().stream().filter(count -> count == 1).count();
        assertTrue(one > after.objects().size() / 2, one + " of " + after.objects().size());
        int largest = after.graph().values().stream().mapToInt(Set::size).max().orElseThrow();
        assertTrue(largest > after.objects().size() / 20, "a hub refers to " + largest);
    }

    @Test
    void dominatorsAgreeWithRemovalOfEveryObject() {
        for (long seed = 0; seed < SEEDS; seed++) {
            RandomHeap pair = RandomHeap.ofSeed(seed).objects(40 + (int) seed).newObjects(30);
            DominatorOracle oracle = Oracle.of(pair.after()).dominators();
            Map<String, Set<String>> dominatorsByRemoval = new HashMap<>();
            for (String object : oracle.dominators().keySet()) {
                Set<String> retained = oracle.retainedBy(object);
                assertEquals(retained.size(), oracle.retainedCounts().get(object), pair + " " + object);
                retained.forEach(o -> dominatorsByRemoval.computeIfAbsent(o, x -> new TreeSet<>()).add(object));
            }
            dominatorsByRemoval.forEach((object, all) -> assertEquals(all, chain(oracle, object), pair + " " + object));
        }
    }

    private static Set<String> chain(DominatorOracle oracle, String object) {
        Set<String> chain = new TreeSet<>();
        for (String o = object; !o.equals(DominatorOracle.ALL_ROOTS); o = oracle.dominators().get(o)) {
            chain.add(o);
        }
        return chain;
    }
}
