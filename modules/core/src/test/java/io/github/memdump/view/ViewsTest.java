package io.github.memdump.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.Loading;
import io.github.memdump.analysis.BorderRows;
import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.RecordTypes;
import io.github.memdump.task.Task;
import io.github.memdump.testing.GoldenDumps;
import io.github.memdump.testing.RandomHeap;
import io.github.memdump.view.assembly.Views;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ViewsTest {
    private static final List<String> TWO = List.of("before.json", "after.json");

    @Test
    void everyViewKeepsWithinItsBudgetAndConnected() {
        for (long seed = 0; seed < 40; seed++) {
            RandomHeap pair = RandomHeap.ofSeed(seed);
            Findings findings = leak(Loading.load(pair.before()), Loading.load(pair.after()));
            for (int nodes : new int[] {1, 7, 40, 1000}) {
                for (Recipe recipe : recipes(ViewBudget.of(nodes, nodes * 2))) {
                    ViewChecks.requireSound(Views.of(recipe, findings, Task.UNWATCHED),
                        pair + " " + recipe.subject() + " " + nodes);
                }
            }
        }
    }

    private static List<Recipe> recipes(ViewBudget budget) {
        return List.of(Recipe.border("before.json", "after.json", budget), Recipe.of(Recipe.Subject.HEAP, TWO, budget),
            chosenBy("/./", budget), chosenBy("String", budget),
            Recipe.of(Recipe.Subject.DOMINATORS, TWO, budget),
            Recipe.about(Recipe.Subject.SUBGRAPH, TWO, "type = CLASS", budget),
            Recipe.about(Recipe.Subject.REFERRERS, TWO, "String", budget));
    }

    @ParameterizedTest
    @EnumSource(GoldenDumps.class)
    void realDumpsAreShownWithinAnyBudget(GoldenDumps dumps) {
        Findings findings = leak(Loading.load(dumps.before()), Loading.load(dumps.after()));
        for (int nodes : new int[] {100, 2000}) {
            for (Recipe recipe : recipes(ViewBudget.of(nodes, nodes * 4))) {
                View view = Views.of(recipe, findings, Task.UNWATCHED);
                ViewChecks.requireSound(view, dumps + " " + recipe.subject() + " " + nodes);
                assertEquals(nodes, places(view).size() + joined(view), recipe.subject() + " has more to show than "
                    + "the budget, and no two nodes stand at one place");
            }
        }
    }

    /** How many objects have no node of their own since others stand for them that are alike. */
    private static int joined(View view) {
        return view.nodes().stream().mapToInt(node -> node.group().map(group -> (int) group.objects() - 1).orElse(0))
            .sum();
    }

    private static Set<List<Float>> places(View view) {
        return view.nodes().stream().map(node -> List.of(node.x(), node.y())).collect(Collectors.toSet());
    }

    @ParameterizedTest
    @EnumSource(GoldenDumps.class)
    void shownBorderObjectsComeFirstByRankAndHaveTheirShortestPath(GoldenDumps dumps) {
        Findings findings = leak(Loading.load(dumps.before()), Loading.load(dumps.after()));
        View view = Views.of(Recipe.border("before", "after", ViewBudget.of(300, 3000)), findings, Task.UNWATCHED);
        Set<Integer> shown = ViewChecks.objects(view);
        int[] ranked = BorderRows.ranked(findings);
        for (int i = 0; i < 100; i++) {
            assertTrue(shown.contains(ranked[i]), "rank " + i);
        }
        for (int object : ranked) {
            if (shown.contains(object)) {
                int[] path = findings.fromRoots().orElseThrow().path(object);
                // A path from the stack may be shorter, and explains nothing: see RootPaths.
                assertTrue(findings.number(Column.ROOT_DISTANCE, object) <= path.length);
                assertEquals(findings.fromRoots().orElseThrow().distance(object), path.length);
                for (int on : path) {
                    assertTrue(shown.contains(on), "the path to " + findings.heap().identity(object));
                }
            }
        }
    }

    @Test
    void theWholeBorderIsShownIfThereIsRoom() {
        RandomHeap pair = RandomHeap.ofSeed(5);
        Findings findings = leak(Loading.load(pair.before()), Loading.load(pair.after()));
        View view = Views.of(Recipe.border("before", "after", ViewBudget.DEFAULT), findings, Task.UNWATCHED);
        Set<Integer> shown = ViewChecks.objects(view);
        for (int object : BorderRows.ranked(findings)) {
            assertTrue(shown.contains(object) || findings.heap().type(object) == RecordTypes.SHAPE);
        }
        assertTrue(view.omissions().stream().noneMatch(sentence -> sentence.contains("border objects")));
    }

    @Test
    void theSameRecipeGivesTheSameView() {
        GoldenDumps dumps = GoldenDumps.RUBY_3_4;
        Findings findings = leak(Loading.load(dumps.before()), Loading.load(dumps.after()));
        Findings again = leak(Loading.load(dumps.before()), Loading.load(dumps.after()));
        for (Recipe recipe : recipes(ViewBudget.of(500, 1500))) {
            assertEquals(ViewChecks.told(Views.of(recipe, findings, Task.UNWATCHED)),
                ViewChecks.told(Views.of(recipe, again, Task.UNWATCHED)));
        }
    }

    @Test
    void aClassIsFoundByItsNameOrByAPattern() {
        GoldenDumps dumps = GoldenDumps.RUBY_3_1;
        Findings findings = leak(Loading.load(dumps.before()), Loading.load(dumps.after()));
        View sessions = Views.of(chosenBy("Leak::Session", ViewBudget.DEFAULT), findings, Task.UNWATCHED);
        long members = sessions.nodes().stream().filter(node -> node.rgb() == NodeRole.MEMBER.rgb())
            .mapToLong(ViewNode::objects).sum();
        assertEquals(1067, members);
        assertTrue(sessions.nodes().stream().filter(node -> node.rgb() == NodeRole.MEMBER.rgb())
            .allMatch(node -> findings.heap().className(node.object()).equals("Leak::Session")));
        View none = Views.of(chosenBy("leak::session", ViewBudget.DEFAULT), findings, Task.UNWATCHED);
        assertTrue(none.nodes().isEmpty());
        assertTrue(none.omissions().get(0).contains("case-sensitive"), none.omissions().toString());
        IllegalArgumentException malformed = assertThrows(IllegalArgumentException.class, () ->
            Views.of(chosenBy("/(/", ViewBudget.DEFAULT), findings, Task.UNWATCHED));
        assertTrue(malformed.getMessage().contains("/(/"), malformed.getMessage());
    }

    @Test
    void whatTheRecipeNeedsMustHaveBeenFound() {
        Heap heap = Loading.load(RandomHeap.ofSeed(1).before());
        Recipe border = Recipe.border("before", "after", ViewBudget.DEFAULT);
        Findings one = Findings.of(heap).distances(Task.UNWATCHED).retained(Task.UNWATCHED).build();
        assertThrows(IllegalArgumentException.class, () -> Views.of(border, one, Task.UNWATCHED));
        Findings bare = Findings.of(heap).build();
        Recipe whole = Recipe.of(Recipe.Subject.HEAP, List.of("after"), ViewBudget.DEFAULT);
        assertThrows(IllegalArgumentException.class, () -> Views.of(whole, bare, Task.UNWATCHED));
        ViewChecks.requireSound(Views.of(whole, one, Task.UNWATCHED), "one dump");
    }

    @Test
    void equalDumpsGiveAnEmptyBorder() {
        Heap heap = Loading.load(RandomHeap.ofSeed(2).before());
        View view = Views.of(Recipe.border("a", "a", ViewBudget.DEFAULT), leak(heap, heap), Task.UNWATCHED);
        assertTrue(view.nodes().isEmpty());
        assertTrue(view.edges().isEmpty());
        assertTrue(view.omissions().isEmpty(), view.omissions().toString());
    }

    @Test
    void edgesBeyondTheBudgetAreToldAndPathsComeFirst() {
        RandomHeap pair = RandomHeap.ofSeed(9);
        Findings findings = leak(Loading.load(pair.before()), Loading.load(pair.after()));
        View all = Views.of(Recipe.border("a", "b", ViewBudget.of(200, 100_000)), findings, Task.UNWATCHED);
        View few = Views.of(Recipe.border("a", "b", ViewBudget.of(200, 20)), findings, Task.UNWATCHED);
        assertEquals(20, few.edges().size());
        String left = String.valueOf(all.edges().size() - 20);
        assertTrue(few.omissions().stream()
            .anyMatch(sentence -> sentence.contains(left) && sentence.contains("--edges")), left);
        Set<Integer> withParent = new HashSet<>();
        for (int i = 0; i < few.nodes().size(); i++) {
            int parent = few.sketch().parent(i);
            if (parent >= 0) {
                withParent.add(i);
            }
        }
        assertTrue(withParent.size() > 20);
        assertTrue(few.edges().stream().allMatch(edge -> withParent.contains(edge.target())));
        assertFalse(all.omissions().stream().anyMatch(sentence -> sentence.contains("--edges")));
    }

    private static Recipe chosenBy(String about, ViewBudget budget) {
        return Recipe.about(Recipe.Subject.SELECTION, TWO, about, budget);
    }

    private static Findings leak(Heap before, Heap after) {
        return Findings.ofLeak(before, after, Task.UNWATCHED);
    }
}
