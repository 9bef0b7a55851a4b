package io.github.memdump.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.Loading;
import io.github.memdump.analysis.Findings;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;
import io.github.memdump.testing.RandomHeap;
import io.github.memdump.view.assembly.Views;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What steps leave of random heaps, against sets worked out object by object from what was shown before. */
class StepOraclesTest {
    private static final int HEAPS = 40;
    private static final ViewBudget WIDE = ViewBudget.of(4_000, 40_000).withoutRests();
    private static final Set<String> FOLDED = Set.of("IMEMO", "HASH", "ARRAY");

    private long seed;
    private Heap heap;
    private Findings leak;

    private void draw(long number) {
        seed = number;
        RandomHeap pair = RandomHeap.ofSeed(seed);
        leak = Findings.ofLeak(Loading.load(pair.before()), Loading.load(pair.after()), Task.UNWATCHED);
        heap = leak.heap();
    }

    private Recipe border() {
        return Recipe.border("a", "b", WIDE);
    }

    private Set<Integer> shown(Recipe recipe) {
        return new TreeSet<>(ViewChecks.objects(Views.of(recipe, leak, Task.UNWATCHED)));
    }

    private boolean refers(int source, int target) {
        return heap.references().hasEdge(source, target);
    }

    /** The pairs of objects that a view joins by an edge. */
    private BiPredicate<Integer, Integer> drawn(Recipe recipe) {
        View view = Views.of(recipe, leak, Task.UNWATCHED);
        Set<List<Integer>> pairs = view.edges().stream().map(edge -> List.of(view.nodes().get(edge.source()).object(),
            view.nodes().get(edge.target()).object())).collect(Collectors.toSet());
        return (source, target) -> pairs.contains(List.of(source, target));
    }

    private static Set<Integer> where(Set<Integer> objects, IntPredicate condition) {
        return objects.stream().filter(condition::test).collect(Collectors.toCollection(TreeSet::new));
    }

    /** What can be reached from some objects inside a set, over pairs. */
    private static Set<Integer> reached(Set<Integer> from, Set<Integer> inside, BiPredicate<Integer, Integer> pairs) {
        Set<Integer> reached = new HashSet<>(from);
        Deque<Integer> waiting = new ArrayDeque<>(from);
        while (!waiting.isEmpty()) {
            int at = waiting.remove();
            for (int other : inside) {
                if (pairs.test(at, other) && reached.add(other)) {
                    waiting.add(other);
                }
            }
        }
        return reached;
    }

    @Test
    void aSelectionStepRemovesOrFoldsExactlyWhatItNamesAmongWhatIsShown() {
        int taken = 0;
        for (long number = 0; number < HEAPS; number++) {
            draw(number);
            Set<Integer> before = shown(border());
            Set<Integer> left = where(before, object -> !heap.typeName(object).equals("STRING"));
            assertEquals(left, shown(border().with(Step.parse("remove where type = STRING"))), "seed " + seed);
            assertEquals(left, shown(border().with(Step.parse("collapse where type = STRING"))), "seed " + seed);
            taken += before.size() - left.size();
        }
        assertTrue(taken > 0, "some heap shows strings");
    }

    @Test
    void setRootAndIsolateKeepWhatTheDrawnEdgesReach() {
        for (long number = 0; number < HEAPS; number++) {
            draw(number);
            requireReach(border(), "type = ARRAY", "ARRAY");
            requireReach(border().with(Step.parse("collapse where type = ARRAY")), "type = STRING", "STRING");
            requireReach(Recipe.of(Recipe.Subject.HEAP, List.of("a", "b"), WIDE), "type = OBJECT", "OBJECT");
        }
    }

    private void requireReach(Recipe recipe, String selection, String type) {
        Set<Integer> before = shown(recipe);
        BiPredicate<Integer, Integer> leads = drawn(recipe);
        Set<Integer> begun = where(before, object -> heap.typeName(object).equals(type));
        Set<Integer> kept = reached(begun, before, leads);
        assertEquals(kept, shown(recipe.with(Step.parse("set-root where " + selection))), recipe + ", seed " + seed);
        kept.addAll(reached(begun, before, (at, other) -> leads.test(other, at)));
        assertEquals(kept, shown(recipe.with(Step.parse("isolate where " + selection))), recipe + ", seed " + seed);
    }

    @Test
    void cleanupLeavesRootsAndWhatProgrammersKnow() {
        int folded = 0;
        for (long number = 0; number < HEAPS; number++) {
            draw(number);
            Set<Integer> before = shown(border());
            Set<Integer> left = where(before, object -> heap.isRoot(object) || !isTidied(object));
            assertEquals(left, shown(border().with(Step.of(Step.Kind.CLEANUP))), "seed " + seed);
            folded += before.size() - left.size();
        }
        assertTrue(folded > 0, "some heap shows what is folded");
    }

    private boolean isTidied(int object) {
        return FOLDED.contains(heap.typeName(object))
            || Set.of("WeakRef", "Set", "RubyVM::Env").contains(heap.className(object))
            || heap.site(object) >= 0 && heap.sites().method(heap.site(object)).equals("dump_all");
    }

    @Test
    void cleanupAsAStepShowsWhatTheOptionShows() {
        for (long number = 0; number < HEAPS; number++) {
            draw(number);
            assertEquals(shown(border().asking(Set.of(Recipe.Option.CLEANUP))),
                shown(border().with(Step.parse("cleanup"))), "seed " + seed);
        }
    }

    @Test
    void smallPartsAreThoseWithSoManyObjectsOrFewer() {
        int removed = 0;
        for (long number = 0; number < HEAPS; number++) {
            draw(number);
            removed += removedAsSmall(border().with(Step.parse("remove where type = ROOT or type = CLASS")));
            removed += removedAsSmall(border().with(Step.parse("collapse where type = ARRAY or type = HASH"))
                .with(Step.parse("remove where type = CLASS")));
            removed += removedAsSmall(Recipe.of(Recipe.Subject.HEAP, List.of("a", "b"), WIDE)
                .with(Step.parse("remove where type = ROOT or type = CLASS")));
        }
        assertTrue(removed > 0, "some heap has small parts");
    }

    private int removedAsSmall(Recipe apart) {
        Set<Integer> before = shown(apart);
        BiPredicate<Integer, Integer> leads = drawn(apart);
        for (int most : new int[] {1, 3, 10}) {
            Set<Integer> left = where(before, object -> reached(Set.of(object), before,
                (at, other) -> leads.test(at, other) || leads.test(other, at)).size() > most);
            assertEquals(left, shown(apart.with(Step.of(Step.Kind.REMOVE_SMALL, most))), apart + ", seed " + seed);
        }
        return before.size() - shown(apart.with(Step.of(Step.Kind.REMOVE_SMALL, 3))).size();
    }

    @Test
    void keepAboveKeepsTheNewObjectsThatItsHoldersReachAndNoOthers() {
        for (long number = 0; number < HEAPS; number++) {
            draw(number);
            Set<Integer> before = shown(border());
            BiPredicate<Integer, Integer> leads = drawn(border());
            Set<Integer> allYoung = new HashSet<>();
            leak.diff().orElseThrow().newObjects().forEach(allYoung::add);
            for (int least : new int[] {1, 2, 5}) {
                Set<Integer> holders = where(before, object -> leak.border().orElseThrow().newBorder().contains(object)
                    && reached(Set.of(object), allYoung, this::refers).size() >= least);
                Set<Integer> kept = shown(border().with(Step.of(Step.Kind.KEEP_ABOVE, least)));
                Set<Integer> hanging = reached(holders, where(before, allYoung::contains), leads);
                assertTrue(kept.containsAll(hanging), "what hangs on them stays, seed " + seed);
                assertTrue(before.containsAll(kept), "nothing is added, seed " + seed);
                Set<Integer> others = new TreeSet<>(kept);
                others.removeAll(hanging);
                Set<Integer> leading = reached(holders, kept, (at, other) -> leads.test(other, at));
                assertTrue(leading.containsAll(others), "the rest leads to them, seed " + seed);
            }
        }
    }

    @Test
    void theStepThatLeavesNothingIsNamed() {
        draw(1);
        List<String> said = Views.of(border().with(Step.parse("remove where memsize >= 0"))
            .with(Step.parse("remove where memsize < 0 or type = ROOT")).with(Step.parse("remove-small 9")), leak,
            Task.UNWATCHED).omissions().stream().filter(text -> text.contains("left nothing"))
            .collect(Collectors.toList());
        assertEquals(1, said.size(), said.toString());
        assertTrue(shown(border()).size() > 0, "there was something");
    }

    @Test
    void aStepSaysWhichWordsItNeeds() {
        assertSays("where type = ARRAY", "collapse");
        assertSays("number", "remove-small");
        assertSays("number", "keep-above where new");
        assertSays("nothing after it", "cleanup 0x10");
        assertSays("nothing after it", "cleanup where new");
    }

    private static void assertSays(String expected, String step) {
        String message = assertThrows(IllegalArgumentException.class, () -> Step.parse(step)).getMessage();
        assertTrue(message.contains(expected), message);
    }
}
