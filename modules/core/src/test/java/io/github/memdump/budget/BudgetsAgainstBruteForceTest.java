package io.github.memdump.budget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.Loading;
import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.HeapDiff;
import io.github.memdump.analysis.WalkBarrier;
import io.github.memdump.task.Task;
import io.github.memdump.testing.DiffOracle;
import io.github.memdump.testing.Oracle;
import io.github.memdump.testing.RandomHeap;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every measure of random sets of objects against its meaning. */
class BudgetsAgainstBruteForceTest {
    private RandomHeap pair;
    private Oracle oracle;
    private DiffOracle change;

    private Set<String> reach(Collection<String> starts, Predicate<String> allowed) {
        Set<String> seen = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>();
        starts.stream().filter(allowed).filter(seen::add).forEach(open::add);
        while (!open.isEmpty()) {
            oracle.graph().get(open.remove()).stream().filter(allowed).filter(seen::add).forEach(open::add);
        }
        return seen;
    }

    private Set<String> counted(Measure measure, Set<String> objects) {
        Set<String> result = new TreeSet<>(objects);
        switch (measure) {
            case NEW_COUNT:
            case NEW_MEMSIZE:
                result.retainAll(change.newObjects());
                return result;
            case RETAINED_COUNT:
            case RETAINED_SIZE:
                Set<String> dying = reach(oracle.roots(), any -> true);
                dying.removeAll(reach(oracle.roots(), object -> !objects.contains(object)));
                return dying;
            case KEEPALIVE_COUNT:
                return reach(objects, any -> true);
            case KEEPALIVE_NEW_COUNT:
                return reach(objects, change.newObjects()::contains);
            default:
                return result;
        }
    }

    private long expected(Measure measure, Set<String> objects) {
        Set<String> counted = counted(measure, objects);
        return measure.isInBytes() ? counted.stream().mapToLong(oracle::memsize).sum() : counted.size();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void measuresSetsOfObjects(long seed) throws BudgetException {
        pair = RandomHeap.ofSeed(seed);
        oracle = Oracle.of(pair.after());
        change = oracle.since(Oracle.of(pair.before()));
        Findings findings = Findings.ofLeak(HeapDiff.between(Loading.load(pair.before()), Loading.load(pair.after()),
            Task.UNWATCHED), WalkBarrier.NONE, Task.UNWATCHED);
        Random random = new Random(seed);
        List<String> all = new ArrayList<>(new TreeSet<>(oracle.objects()));
        List<Budget> budgets = new ArrayList<>();
        List<Long> expected = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Set<String> objects = new TreeSet<>();
            for (int size = 1 << random.nextInt(6); objects.size() < size;) {
                objects.add(all.get(random.nextInt(all.size())));
            }
            for (Measure measure : Measure.values()) {
                budgets.add(Budget.parse(measure.id() + "(object in (" + String.join(", ", objects) + ")) > 5"));
                expected.add(expected(measure, objects));
            }
        }
        List<Measured> measured = Budgets.measured(budgets, findings, Task.UNWATCHED);
        for (int i = 0; i < measured.size(); i++) {
            assertEquals(expected.get(i), measured.get(i).value(), pair + ": " + budgets.get(i));
            assertEquals(expected.get(i) > 5, measured.get(i).isBroken(), pair + ": " + budgets.get(i));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void keepAliveCountsOfASelectionAreThoseOfAllObjectsAndNotOfTheBorderAlone(long seed) throws BudgetException {
        pair = RandomHeap.ofSeed(seed);
        oracle = Oracle.of(pair.after());
        Findings findings = Findings.ofLeak(Loading.load(pair.before()), Loading.load(pair.after()), Task.UNWATCHED);
        long expected = oracle.objects().stream()
            .filter(object -> oracle.reachableFrom(object).size() >= 3).count();
        assertTrue(expected > findings.border().orElseThrow().newBorder().size(), "the border is smaller: " + pair);
        assertEquals(expected, Budgets.measured(List.of(Budget.parse("count(keepalive_count >= 3) > 0")), findings,
            Task.UNWATCHED).get(0).value(), pair.toString());
    }
}
