package io.github.memdump.select;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.analysis.Column;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.graph.Reachability;
import io.github.memdump.select.syntax.SelectionException;
import io.github.memdump.subset.HeapSubset;
import io.github.memdump.subset.ParentsOf;
import io.github.memdump.task.Task;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Selections against their meaning on seeded random leaks. */
class SelectionAgainstBruteForceTest {
    private static NodeSet select(String text, Leak leak) {
        try {
            return Selection.parse(text).orThrow().in(leak.findings, Task.UNWATCHED);
        } catch (SelectionException wrong) {
            throw new AssertionError(leak + "\n" + wrong.getMessage(), wrong);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void selectsWhatTheTextSays(long seed) {
        Leak leak = new Leak(seed);
        Truths.table().forEach((text, truth) -> assertEquals(leak.where(object -> truth.holds(leak, object)),
            leak.identities(select(text, leak)), leak + " where " + text));
    }

    @Test
    void everySelectionOfTheTableSelectsSomeAndLeavesSomeOnSomeSeedUnlessItIsMeantNotTo() {
        List<Leak> leaks = List.of(new Leak(1), new Leak(2), new Leak(3), new Leak(4), new Leak(5), new Leak(6));
        Set<String> empty = new TreeSet<>();
        for (String text : Truths.table().keySet()) {
            boolean tells = false;
            for (Leak leak : leaks) {
                int found = select(text, leak).size();
                tells |= found > 0 && found < leak.findings.heap().objectCount();
            }
            if (!tells) {
                empty.add(text);
            }
        }
        assertEquals(Set.of("TYPE = string", "memsize = none", "generation <= -1", "reachable_from(type = NOTHING)"),
            empty);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void joinsConditionsAsLogicDoes(long seed) {
        Leak leak = new Leak(seed);
        Map<String, Set<String>> leaves = new HashMap<>();
        Truths.table().forEach((text, truth) -> leaves.put(text, leak.where(object -> truth.holds(leak, object))));
        Random random = new Random(seed);
        for (int i = 0; i < 60; i++) {
            RandomLogic logic = new RandomLogic(random, leaves, leak.where(object -> true));
            RandomLogic.Said said = logic.any(4);
            assertEquals(said.objects, leak.identities(select(said.text, leak)), leak + " where " + said.text);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void findsEveryObjectByItsIdentityAndItsAddress(long seed) {
        Leak leak = new Leak(seed);
        List<String> some = new ArrayList<>(leak.oracle.objects()).subList(0, 40);
        for (String object : some) {
            assertEquals(Set.of(object), leak.identities(select("object = " + object, leak)), leak.toString());
            String address = leak.text(Column.ADDRESS, object);
            if (!address.isEmpty()) {
                String shouted = "0X000" + address.substring(2).toUpperCase(Locale.ROOT);
                assertEquals(Set.of(object), leak.identities(select("address = " + shouted, leak)), leak.toString());
            }
        }
        assertEquals(new TreeSet<>(some),
            leak.identities(select("object in (" + String.join(", ", some) + ")", leak)), leak.toString());
    }

    @Test
    void takesTheDominatorOfAnObject() {
        Leak leak = new Leak(31);
        Set<String> dominators = new TreeSet<>();
        leak.oracle.objects().forEach(object -> dominators.add(leak.text(Column.DOMINATOR, object)));
        dominators.remove("");
        assertTrue(dominators.size() > 5, "the seed has dominators");
        for (String dominator : dominators) {
            assertEquals(leak.where(object -> leak.text(Column.DOMINATOR, object).equals(dominator)),
                leak.identities(select("dominator = " + dominator, leak)));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {41, 42, 43, 44})
    void followsTheReferencesOfASubset(long seed) throws SelectionException {
        Leak leak = new Leak(seed);
        Random random = new Random(seed);
        int objects = leak.findings.heap().objectCount();
        HeapSubset subset = HeapSubset.of(leak.findings.heap(), NodeSet.where(objects, o -> random.nextInt(4) > 0))
            .collapse(NodeSet.where(objects, o -> random.nextInt(4) == 0), Task.UNWATCHED);
        NodeSet strings = subset.objectsOfType("STRING").objects();
        String all = "reaches(type = STRING)";
        NodeSet reaching = Selection.parse(all).orThrow().in(leak.findings, subset, Task.UNWATCHED);
        for (int object = 0; object < objects; object++) {
            NodeSet reached = Reachability.from(subset.walk(), new int[] {object}, Task.UNWATCHED);
            assertEquals(!reached.and(strings).isEmpty(), reaching.contains(object), leak.toString());
        }
        assertEquals(Reachability.from(subset.walk(), leak.findings.heap().roots(), Task.UNWATCHED),
            Selection.parse("reachable").orThrow().in(leak.findings, subset, Task.UNWATCHED), leak.toString());
        assertEquals(subset.objects().minus(strings),
            Selection.parse("not type = STRING").orThrow().in(leak.findings, subset, Task.UNWATCHED), leak.toString());
        NodeSet held = Selection.parse("referred-by(refers-to(type = STRING))").orThrow()
            .in(leak.findings, subset, Task.UNWATCHED);
        NodeSet parents = ParentsOf.objects(strings).in(subset, Task.UNWATCHED).subset().objects();
        NodeSet alone = NodeSet.where(objects, target -> {
            int[] referrers = parents.toArray();
            return Arrays.stream(referrers).anyMatch(p -> subset.references().hasEdge(p, target));
        });
        assertEquals(alone, held, leak.toString());
    }
}
