package io.github.memdump.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.Loading;
import io.github.memdump.analysis.Findings;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;
import io.github.memdump.testing.HeapDsl;
import io.github.memdump.view.assembly.Views;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Long runs of objects that are alike are drawn as their ends. */
class RunsTest {
    private static HeapDsl list(int length) {
        HeapDsl list = HeapDsl.heap().klass("Link").klass("Other").root("vm", "Link", "Other", "o0");
        for (int i = 0; i < length; i++) {
            list = list.object("o" + i).ofClass("Link").memsize(40);
            list = i + 1 < length ? list.refers("o" + (i + 1)) : list;
        }
        return list;
    }

    private static View view(HeapDsl dsl, Recipe recipe) {
        Heap heap = Loading.load(dsl);
        View view = Views.of(recipe, Findings.of(heap).distances(Task.UNWATCHED).retained(Task.UNWATCHED).build(),
            Task.UNWATCHED);
        ViewChecks.requireSound(view, recipe.toString());
        return view;
    }

    private static Recipe heap() {
        return Recipe.of(Recipe.Subject.HEAP, List.of("a"), ViewBudget.DEFAULT);
    }

    private static Recipe about(Recipe.Subject subject, String about) {
        return Recipe.about(subject, List.of("a"), about, ViewBudget.DEFAULT).toDepth(Recipe.ANY_DEPTH);
    }

    private static List<Integer> runs(View view) {
        return view.nodes().stream().filter(ViewNode::isRun).map(ViewNode::rest).collect(Collectors.toList());
    }

    private static List<String> ids(View view) {
        return view.nodes().stream().map(view::id).collect(Collectors.toList());
    }

    @Test
    void twoLinksStandAtEachEnd() {
        HeapDsl list = list(1_000);
        View view = view(list, heap());
        assertEquals(List.of(996), runs(view));
        assertTrue(view.nodes().stream().anyMatch(node -> node.label().equals("+ 996 more alike")));
        assertTrue(ids(view).containsAll(list.identities("o0", "o1", "o998", "o999")));
        assertTrue(ids(view).contains(list.identity("o1") + View.REST));
        assertTrue(view.omissions().get(0).contains("996"), view.omissions().toString());
        assertEquals(view.nodes().size() - 1, view.edges().size());
    }

    @Test
    void aShortListIsShownAsItIs() {
        assertEquals(List.of(), runs(view(list(12), heap())));
        assertEquals(List.of(9), runs(view(list(13), heap())));
    }

    @Test
    void whatIsLongerThanTheBudgetIsFoldedToItsLastLink() {
        HeapDsl list = list(30_000);
        Recipe small = Recipe.of(Recipe.Subject.DOMINATORS, List.of("a"), ViewBudget.of(100, 400));
        View view = view(list, small);
        assertEquals(List.of(29_996), runs(view));
        assertTrue(ids(view).contains(list.identity("o29999")));
    }

    @Test
    void whatCarriesSomethingOfItsOwnIsNotFolded() {
        HeapDsl list = list(1_000);
        for (int i = 0; i < 1_000; i += 5) {
            list = list.string("s" + i, "text").heldBy("o" + i);
        }
        assertEquals(List.of(), runs(view(list, heap())));
    }

    @Test
    void anotherClassInTheMiddleParts() {
        HeapDsl list = list(100).change("o50").ofClass("Other");
        assertEquals(List.of(46, 45), runs(view(list, heap())));
        assertTrue(ids(view(list, heap())).contains(list.identity("o50")));
    }

    @Test
    void whatTheViewIsAboutIsShownUnlessAllOfTheRunIs() {
        HeapDsl list = list(100);
        View path = view(list, about(Recipe.Subject.SELECTION, "address = " + list.address("o20") + " or address = "
            + list.address("o29")));
        assertTrue(ids(path).containsAll(list.identities("o20", "o29")));
        assertEquals(List.of(96), runs(view(list, about(Recipe.Subject.SELECTION, "class = Link"))));
        assertEquals(List.of(96), runs(view(list, about(Recipe.Subject.SUBGRAPH, list.address("o0")))));
        assertEquals(List.of(96), runs(view(list, about(Recipe.Subject.REFERRERS, list.address("o99")))));
    }

    @Test
    void aStepAtARunShowsTheNextFifty() {
        HeapDsl list = list(1_000);
        View once = view(list, heap().with(Step.of(Step.Kind.EXPAND_MORE, List.of(list.identity("o1")))));
        assertEquals(List.of(946), runs(once));
        assertTrue(ids(once).contains(list.identity("o51") + View.REST));
        View twice = view(list, heap().with(Step.of(Step.Kind.EXPAND_MORE, List.of(list.identity("o1"))))
            .with(Step.of(Step.Kind.EXPAND_MORE, List.of(list.identity("o51")))));
        assertEquals(List.of(896), runs(twice));
    }

    @Test
    void theMiddleOfALongPathIsOneNode() {
        HeapDsl list = list(1_000).object("end").heldBy("o999");
        View view = view(list, about(Recipe.Subject.SELECTION, "address = " + list.address("end")));
        assertEquals(1, runs(view).size());
        assertFalse(view.edges().isEmpty());
        assertTrue(view.nodes().size() < 40, Arrays.toString(ids(view).toArray()));
    }
}
