package io.github.memdump.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.Loading;
import io.github.memdump.analysis.Findings;
import io.github.memdump.heap.ClassTable;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.RecordTypes;
import io.github.memdump.task.Task;
import io.github.memdump.testing.GoldenDumps;
import io.github.memdump.testing.HeapDsl;
import io.github.memdump.view.assembly.Views;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class RecipeOptionsTest {
    private static final Recipe HEAP = Recipe.of(Recipe.Subject.HEAP, List.of("dump"), ViewBudget.of(900, 9000));

    @Test
    void withoutCleanupInternalRecordsAreShown() {
        Findings findings = findings(Loading.load(GoldenDumps.RUBY_3_4.after()));
        View cleaned = Views.of(HEAP, findings, Task.UNWATCHED);
        View whole = Views.of(HEAP.asking(Set.of()), findings, Task.UNWATCHED);
        ViewChecks.requireSound(whole, "whole");
        assertFalse(hasType(cleaned, RecordTypes.IMEMO));
        assertTrue(hasType(whole, RecordTypes.IMEMO));
        assertTrue(whole.edges().stream().allMatch(edge -> edge.kind() == EdgeKind.REFERENCE
            || edge.kind() == EdgeKind.CLASS || whole.nodes().get(edge.target()).isRest()));
    }

    @Test
    void everyShownObjectIsJoinedToItsClassIfThatIsShown() {
        Heap heap = Loading.load(GoldenDumps.RUBY_3_4.after());
        Findings findings = findings(heap);
        Recipe asking = HEAP.asking(EnumSet.of(Recipe.Option.CLEANUP, Recipe.Option.CLASS_REFERENCES));
        View view = Views.of(asking, findings, Task.UNWATCHED);
        Set<Integer> shown = ViewChecks.objects(view);
        Set<List<Integer>> joined = pairs(view, edge -> edge.kind() != EdgeKind.CLASS);
        Set<List<Integer>> expected = new HashSet<>();
        for (int object : shown) {
            int owner = heap.classObject(object);
            if (owner != ClassTable.NO_OBJECT && owner != object && shown.contains(owner)
                && !joined.contains(List.of(object, owner))) {
                expected.add(List.of(object, owner));
            }
        }
        Set<List<Integer>> drawn = pairs(view, edge -> edge.kind() == EdgeKind.CLASS);
        assertFalse(drawn.isEmpty());
        Set<List<Integer>> missing = new HashSet<>(expected);
        missing.removeAll(drawn);
        assertEquals(Set.of(), missing);
        drawn.removeAll(expected);
        drawn.removeIf(joined::contains);
        drawn.removeIf(pair -> pair.get(0).equals(pair.get(1)));
        assertEquals(Set.of(), drawn);
    }

    @Test
    void referrersGoUpToTheRoots() {
        // Neighbours that are not alike, so that none of them is folded.
        HeapDsl chain = HeapDsl.heap().klass("Even").klass("Odd").root("vm", "o0").object("o0").ofClass("Even");
        for (int i = 1; i < 30; i++) {
            chain = chain.object("o" + i).ofClass(i % 2 == 0 ? "Even" : "Odd").heldBy("o" + (i - 1));
        }
        Heap heap = Loading.load(chain.klass("Last").object("last").ofClass("Last").heldBy("o29"));
        Recipe referrers = Recipe.about(Recipe.Subject.REFERRERS, List.of("dump"), "Last", ViewBudget.DEFAULT);
        View near = Views.of(referrers, findings(heap), Task.UNWATCHED);
        View all = Views.of(referrers.toDepth(Recipe.ANY_DEPTH), findings(heap), Task.UNWATCHED);
        assertEquals(4, ViewChecks.objects(near).size());
        assertEquals(32, ViewChecks.objects(all).size());
        assertTrue(ViewChecks.objects(all).contains(heap.roots()[0]));
    }

    @Test
    void optionsMakeAnotherRecipe() {
        Recipe other = HEAP.asking(Set.of());
        assertNotEquals(HEAP, other);
        assertEquals(HEAP, other.asking(Set.of(Recipe.Option.CLEANUP)));
        assertTrue(HEAP.asks(Recipe.Option.CLEANUP));
        assertFalse(HEAP.asks(Recipe.Option.CLASS_REFERENCES));
    }

    private static Set<List<Integer>> pairs(View view, Predicate<ViewEdge> chosen) {
        Set<List<Integer>> pairs = new HashSet<>();
        for (ViewEdge edge : view.edges()) {
            if (chosen.test(edge) && !view.nodes().get(edge.target()).isRest()) {
                pairs.add(List.of(view.nodes().get(edge.source()).object(), view.nodes().get(edge.target()).object()));
            }
        }
        return pairs;
    }

    private static boolean hasType(View view, int type) {
        return view.nodes().stream().anyMatch(node -> view.findings().heap().type(node.object()) == type);
    }

    private static Findings findings(Heap heap) {
        return Findings.of(heap).distances(Task.UNWATCHED).retained(Task.UNWATCHED).build();
    }
}
