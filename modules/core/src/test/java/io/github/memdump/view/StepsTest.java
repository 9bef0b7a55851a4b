package io.github.memdump.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.Loading;
import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;
import io.github.memdump.graph.BreadthFirst;
import io.github.memdump.graph.Walk;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.RecordTypes;
import io.github.memdump.task.Task;
import io.github.memdump.testing.HeapDsl;
import io.github.memdump.testing.RandomHeap;
import io.github.memdump.view.assembly.Views;
import io.github.memdump.view.step.Continuation;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the steps of a recipe do to a view. */
class StepsTest {
    private static final List<String> ONE = List.of("dump.json");

    private final HeapDsl dsl = HeapDsl.heap().root("vm", "A", "registry", "other").klass("A")
        .object("registry").ofClass("A").refers("a", "b", "c")
        .object("a").ofClass("A").refers("leaf")
        .object("b").ofClass("A").refers("leaf", "deep")
        .object("c").ofClass("A")
        .object("leaf").ofClass("A")
        .object("deep").ofClass("A").refers("deeper")
        .object("deeper").ofClass("A")
        .object("other").ofClass("A").refers("c");
    private final Heap heap = Loading.load(dsl);
    private final Findings findings = Findings.of(heap).distances(Task.UNWATCHED).retained(Task.UNWATCHED).build();

    @Test
    void expandingReferencesAddsWhatAnObjectHolds() {
        assertEquals("a b c registry", shown(subgraph("registry", 1)));
        assertEquals("a b c deep leaf registry", shown(step(subgraph("registry", 1), "expand-references", "b")));
    }

    @Test
    void expandingReferrersAddsWhatHoldsAnObject() {
        assertEquals("c other registry", shown(step(subgraph("c", 1), "expand-referrers", "c")));
    }

    @Test
    void pathsAddAShortestWayFromARoot() {
        assertEquals("b deep deeper registry vm", shown(step(subgraph("deeper", 1), "add-paths", "deeper")));
    }

    @Test
    void pathsThatAreKeptBeginAtWhatWasMadeTheRoot() {
        Recipe whole = step(subgraph("deeper", 1), "add-paths", "deeper");
        assertEquals("b deep deeper", shown(step(step(whole, "set-root", "b"), "keep-paths", "deeper")));
        assertEquals("b deep deeper registry vm", shown(step(whole, "keep-paths", "deeper")));
    }

    @Test
    void alikeObjectsAreOneNodeThatOpens() {
        HeapDsl store = HeapDsl.heap().root("vm", "store").klass("Session").klass("Store");
        store.object("store").ofClass("Store");
        for (int i = 0; i < 40; i++) {
            store.object("s" + i).ofClass("Session").heldBy("store");
        }
        Heap many = Loading.load(store);
        Findings found = Findings.of(many).distances(Task.UNWATCHED).retained(Task.UNWATCHED).build();
        Recipe sessions = Recipe.about(Recipe.Subject.SELECTION, ONE, "Session", ViewBudget.DEFAULT);
        View view = Views.of(sessions, found, Task.UNWATCHED);
        ViewNode all = view.nodes().stream().filter(node -> node.group().isPresent()).findFirst().orElseThrow();
        assertEquals("Session \u00d740", all.name());
        assertEquals(3, view.nodes().size());
        View open = Views.of(sessions.with(Step.of(Step.Kind.EXPAND_MORE, List.of(view.id(all)))), found,
            Task.UNWATCHED);
        assertEquals(42, open.nodes().size());
    }

    @Test
    void expandingDominatedAddsWhatWouldDieWithAnObject() {
        Recipe recipe = step(subgraph("registry", 1), "expand-dominated", "registry");
        assertEquals("a b c leaf registry", shown(recipe));
        assertEquals("a b c deep leaf registry", shown(step(recipe, "expand-dominated", "b")));
    }

    @Test
    void collapsingJoinsWhatHeldAnObjectToWhatItHeld() {
        Recipe collapsed = step(subgraph("registry", 3), "collapse", "b");
        assertEquals("a c deep deeper leaf registry", shown(collapsed));
        View view = view(collapsed);
        assertTrue(view.edges().stream().anyMatch(edge -> isEdge(view, edge, "registry", "deep")
            && edge.kind() == EdgeKind.COLLAPSED), "registry now leads to deep");
        assertTrue(view.edges().stream().anyMatch(edge -> isEdge(view, edge, "registry", "leaf")), "and to leaf");
    }

    @Test
    void removingTakesAwayObjectsAlone() {
        Recipe removed = step(subgraph("registry", 3), "remove", "b");
        assertEquals("a c deep deeper leaf registry", shown(removed));
        View view = view(removed);
        assertTrue(view.edges().stream().noneMatch(edge -> isEdge(view, edge, "registry", "deep")));
    }

    @Test
    void isolatingKeepsWhatLeadsToAnObjectAndWhatItLeadsTo() {
        assertEquals("b deep deeper leaf registry", shown(step(subgraph("registry", 3), "isolate", "b")));
        assertEquals("b deep deeper leaf", shown(step(subgraph("registry", 3), "set-root", "b")));
        assertEquals("b deep registry vm", shown(step(subgraph("registry", 3), "keep-paths", "deep")));
    }

    @Test
    void theLastStepCanBeUndone() {
        Recipe before = subgraph("registry", 1);
        Recipe after = step(before, "expand-references", "b");
        assertEquals(before, after.withoutLastStep());
        assertEquals(ViewChecks.told(view(before)), ViewChecks.told(view(after.withoutLastStep())));
        assertEquals(before, before.withoutLastStep());
    }

    @Test
    void aStepIsTheSameAfterItWasWrittenAndRead() {
        for (Step.Kind kind : Step.Kind.values()) {
            List<Step> steps = kind.takesNumber() ? List.of(Step.of(kind, 12))
                : !kind.takesObjects() ? List.of(Step.of(kind))
                : List.of(Step.of(kind, List.of("0x10:3", "0x28", "vm")),
                    Step.where(kind, " type = \"ARRAY\" and  new "));
            for (Step step : steps) {
                assertEquals(step, Step.parse(step.text()));
            }
        }
        IllegalArgumentException unknown = assertThrows(IllegalArgumentException.class, () -> Step.parse("shake 0x1"));
        assertTrue(unknown.getMessage().contains("expand-references"), unknown.getMessage());
        assertThrows(IllegalArgumentException.class, () -> Step.parse("remove"));
    }

    @Test
    void anObjectThatIsNotThereIsSaidSo() {
        Recipe nowhere = subgraph("registry", 1).with(Step.of(Step.Kind.REMOVE, List.of("0xdead0000")));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> view(nowhere)).getMessage()
            .contains("0xdead0000"));
    }

    @Test
    void whatTheBudgetCutsOffStandsAsOneNodePerPlaceAndCanBeExpanded() {
        HeapDsl wide = HeapDsl.heap().klass("A").root("vm", "all", "A");
        String[] many = new String[400];
        Arrays.setAll(many, i -> "o" + i);
        wide.object("all").ofClass("A").refers(many);
        for (String one : many) {
            wide.object(one).ofClass("A");
        }
        Findings known = Findings.of(Loading.load(wide)).distances(Task.UNWATCHED).retained(Task.UNWATCHED).build();
        Recipe recipe = Recipe.about(Recipe.Subject.SUBGRAPH, ONE, wide.identity("all"), ViewBudget.of(100, 500));
        View view = Views.of(recipe, known, Task.UNWATCHED);
        List<ViewNode> rests = view.nodes().stream().filter(ViewNode::isRest).collect(Collectors.toList());
        assertEquals(1, rests.size());
        assertEquals(400 - (100 - 5 - 1), rests.get(0).rest());
        assertEquals(wide.identity("all") + View.REST, view.id(rests.get(0)));
        assertEquals("+ 306 more", rests.get(0).label());
        View more = Views.of(recipe.with(Step.of(Step.Kind.EXPAND_MORE, List.of(wide.identity("all")))), known,
            Task.UNWATCHED);
        assertEquals(view.nodes().size() + Continuation.BATCH, more.nodes().size());
        assertEquals(306 - Continuation.BATCH, more.nodes().stream().mapToInt(ViewNode::rest).sum());
    }

    @Test
    void anyStepsLeaveAViewSound() {
        for (long seed = 0; seed < 60; seed++) {
            RandomHeap pair = RandomHeap.ofSeed(seed);
            Findings leak = Findings.ofLeak(Loading.load(pair.before()), Loading.load(pair.after()), Task.UNWATCHED);
            Random random = new Random(seed);
            Recipe recipe = Recipe.border("before.json", "after.json", ViewBudget.of(40, 400));
            for (int i = 0; i < 6; i++) {
                View view = Views.of(recipe, leak, Task.UNWATCHED);
                if (view.nodes().isEmpty()) {
                    break;
                }
                Step.Kind kind = Step.Kind.values()[random.nextInt(Step.Kind.values().length)];
                ViewNode at = view.nodes().get(random.nextInt(view.nodes().size()));
                recipe = recipe.with(kind.takesNumber() ? Step.of(kind, 1 + random.nextInt(3))
                    : !kind.takesObjects() ? Step.of(kind) : random.nextBoolean()
                    ? Step.of(kind, List.of(leak.text(Column.OBJECT, at.object())))
                    : Step.where(kind, random.nextBoolean() ? "new" : "type = ARRAY or type = STRING"));
                requireSound(Views.of(recipe, leak, Task.UNWATCHED), pair + " " + recipe);
            }
        }
    }

    @Test
    void aSelectionChoosesAmongWhatIsShown() {
        Recipe all = subgraph("registry", 3);
        assertEquals("a b c registry", shown(all.with(Step.parse("remove where " + among("leaf", "deep", "deeper")))));
        assertEquals("a b c deep deeper leaf registry",
            shown(all.with(Step.parse("remove where " + among("other")))), "what is not shown cannot be removed");
        assertThrows(IllegalArgumentException.class, () -> shown(all.with(Step.parse("remove where shape = round"))));
        assertThrows(IllegalArgumentException.class, () -> Step.parse("remove where "));
        assertThrows(IllegalArgumentException.class, () -> Step.parse("keep-above where new"));
    }

    private String among(String... objects) {
        return Stream.of(objects).map(object -> "address = \"" + dsl.address(object) + "\"")
            .collect(Collectors.joining(" or "));
    }

    @Test
    void groupingJoinsObjectsOfAClassThatHangOnOneObject() {
        Recipe grouped = subgraph("registry", 3).with(Step.parse("group where class = \"A\""));
        View view = view(grouped);
        ViewNode group = view.nodes().stream().filter(node -> node.group().isPresent() && node.objects() == 3)
            .findFirst().orElseThrow();
        assertEquals("class:A@" + dsl.identity("registry"), view.id(group));
        assertEquals("A ×3", group.label());
        assertEquals(3 * findings.heap().memsize(group.object()), view.number(Column.MEMSIZE, group));
        int position = view.nodes().indexOf(group);
        assertEquals(3, view.edges().stream().filter(edge -> edge.target() == position).findFirst().orElseThrow()
            .weight(), "registry refers to three of them");
        assertTrue(view.edges().stream().anyMatch(edge -> edge.source() == position), "and they to what is below");
    }

    @Test
    void smallPartsAreRemoved() {
        Recipe apart = subgraph("registry", 3).with(Step.parse("remove " + dsl.identity("registry")));
        assertEquals("a b c deep deeper leaf", shown(apart));
        assertEquals("a b deep deeper leaf", shown(apart.with(Step.parse("remove-small 1"))));
        assertEquals("", shown(apart.with(Step.parse("remove-small 5"))));
    }

    @Test
    void onlyWhatKeepsEnoughNewObjectsAliveIsKept() {
        for (long seed = 0; seed < 40; seed++) {
            RandomHeap pair = RandomHeap.ofSeed(seed);
            Findings leak = Findings.ofLeak(Loading.load(pair.before()), Loading.load(pair.after()), Task.UNWATCHED);
            View view = Views.of(Recipe.border("a", "b", ViewBudget.of(4_000, 20_000).withoutRests())
                .with(Step.of(Step.Kind.KEEP_ABOVE, 2)), leak, Task.UNWATCHED);
            Set<Integer> expected = Arrays.stream(leak.border().orElseThrow().newBorder().toArray()).boxed()
                .filter(object -> leak.heap().type(object) != RecordTypes.SHAPE)
                .filter(object -> leak.number(Column.KEEPALIVE_NEW_COUNT, object) >= 2).collect(Collectors.toSet());
            Set<Integer> shown = ViewChecks.objects(view);
            assertTrue(shown.containsAll(expected), pair.toString());
            for (int object : shown) {
                boolean isUnderOne = expected.stream().anyMatch(above -> reaches(leak, above, object));
                assertTrue(!leak.diff().orElseThrow().newObjects().contains(object) || isUnderOne
                    || expected.stream().anyMatch(above -> reaches(leak, object, above)), pair.toString());
            }
        }
    }

    @Test
    void whatACollapsedBorderObjectKeepsAliveIsKeptToo() {
        HeapDsl before = HeapDsl.heap().root("vm", "Cart", "store", "other").klass("Cart").object("store")
            .object("other");
        HeapDsl after = before.then().array("list").heldBy("store").refers("nested").array("nested")
            .refers("c1", "c2").object("c1").object("c2").object("alone").heldBy("other");
        Findings leak = Findings.ofLeak(Loading.load(before), Loading.load(after), Task.UNWATCHED);
        View view = Views.of(Recipe.border("a", "b", ViewBudget.DEFAULT).with(Step.of(Step.Kind.CLEANUP))
            .with(Step.of(Step.Kind.KEEP_ABOVE, 3)), leak, Task.UNWATCHED);
        Set<String> shown = view.nodes().stream().map(view::id).collect(Collectors.toSet());
        assertTrue(shown.containsAll(Set.of(after.identity("c1"), after.identity("c2"), after.identity("store"))));
        assertFalse(shown.contains(after.identity("alone")));
        assertFalse(shown.contains(after.identity("list")));
    }

    private static boolean reaches(Findings findings, int from, int to) {
        return BreadthFirst.from(Walk.over(findings.heap().references()), new int[] {from}, 0, Task.UNWATCHED)
            .isReached(to);
    }

    private static void requireSound(View view, String which) {
        assertEquals(view.nodes().size(), view.nodes().stream().map(view::id).distinct().count(), which);
        Set<List<Integer>> pairs = view.edges().stream().map(edge -> List.of(edge.source(), edge.target()))
            .collect(Collectors.toSet());
        assertEquals(view.edges().size(), pairs.size(), which);
        assertFalse(view.nodes().stream().anyMatch(node -> !Float.isFinite(node.x() + node.y())), which);
    }

    private Recipe subgraph(String object, int depth) {
        return Recipe.about(Recipe.Subject.SUBGRAPH, ONE, dsl.identity(object), ViewBudget.DEFAULT).toDepth(depth);
    }

    private Recipe step(Recipe recipe, String kind, String object) {
        return recipe.with(Step.parse(kind + " " + dsl.identity(object)));
    }

    private View view(Recipe recipe) {
        return Views.of(recipe, findings, Task.UNWATCHED);
    }

    private boolean isEdge(View view, ViewEdge edge, String source, String target) {
        return view.id(view.nodes().get(edge.source())).equals(dsl.identity(source))
            && view.id(view.nodes().get(edge.target())).equals(dsl.identity(target));
    }

    /** Returns the labels of what is shown, sorted, without the class. */
    private String shown(Recipe recipe) {
        View view = view(recipe);
        Set<String> identities = view.nodes().stream().filter(node -> !node.isRest()).map(view::id)
            .collect(Collectors.toSet());
        Set<String> labels = new TreeSet<>();
        for (String label : List.of("registry", "a", "b", "c", "leaf", "deep", "deeper", "other", "vm")) {
            if (identities.contains(label.equals("vm") ? "vm" : dsl.identity(label))) {
                labels.add(label);
            }
        }
        return String.join(" ", labels);
    }
}
