package io.github.memdump.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.Loading;
import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.DumpSummary;
import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.Growth;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;
import io.github.memdump.testing.HeapDsl;
import io.github.memdump.view.assembly.Views;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Growth, suspects, disjoint paths, classes and sites as views, and what can be asked for beside the subject. */
class SubjectsTest {
    private static final ViewBudget BUDGET = ViewBudget.of(500, 2_000);

    private static Heap dump(int number) {
        HeapDsl dsl = HeapDsl.heap().root("vm", "A", "S", "list").klass("A").klass("S");
        List<String> all = new ArrayList<>();
        for (int i = 0; i <= number; i++) {
            all.add("kept" + i);
        }
        dsl.object("list").ofClass("A").generation(1).refers(all.toArray(String[]::new));
        for (int i = 0; i <= number; i++) {
            dsl.object("kept" + i).ofClass("S").generation(10 + i);
        }
        return Loading.load(dsl);
    }

    private static Findings grown(int dumps) {
        List<DumpSummary> earlier = new ArrayList<>();
        for (int i = 0; i < dumps - 1; i++) {
            earlier.add(DumpSummary.of(dump(i)));
        }
        Growth growth = Growth.of(earlier, dump(dumps - 1), Task.UNWATCHED);
        return Findings.ofGrowth(dump(0).identities(), growth, Task.UNWATCHED);
    }

    private static List<String> names(int dumps) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < dumps; i++) {
            names.add(i + ".json");
        }
        return names;
    }

    @Test
    void growthShowsWhatCameAfterTheFirstDumpAndStayed() {
        Findings findings = grown(4);
        View view = Views.of(Recipe.of(Recipe.Subject.GROWTH, names(4), BUDGET), findings, Task.UNWATCHED);
        Map<Long, Long> firsts = new TreeMap<>();
        view.nodes().stream().filter(node -> node.rgb() == NodeRole.MEMBER.rgb())
            .forEach(node -> firsts.merge(view.number(Column.FIRST_DUMP, node), 1L, Long::sum));
        assertEquals(Map.of(2L, 1L, 3L, 1L), firsts, "neither the old ones nor those of the last dump");
        assertTrue(view.nodes().stream().anyMatch(node -> node.label().equals("root vm")));
        ViewChecks.requireSound(view, "growth");
    }

    @Test
    void theFirstDumpOfAnObjectIsToldOverTwoDumpsToo() {
        Findings findings = Findings.ofLeak(dump(0), dump(2), Task.UNWATCHED);
        Heap heap = findings.heap();
        for (int object = 0; object < heap.objectCount(); object++) {
            long expected = findings.diff().orElseThrow().newObjects().contains(object) ? 2 : 1;
            assertEquals(expected, findings.number(Column.FIRST_DUMP, object), heap.identity(object));
        }
        assertEquals(Findings.ABSENT, one(dump(0)).number(Column.FIRST_DUMP, 0), "one dump has no first");
    }

    @Test
    void growthNeedsThreeDumps() {
        assertThrows(IllegalArgumentException.class, () -> Recipe.of(Recipe.Subject.GROWTH, names(2), BUDGET));
        Recipe recipe = Recipe.of(Recipe.Subject.GROWTH, names(3), BUDGET);
        IllegalArgumentException missing = assertThrows(IllegalArgumentException.class,
            () -> Views.of(recipe, one(dump(1)), Task.UNWATCHED));
        assertTrue(missing.getMessage().contains("three dumps"), missing.getMessage());
    }

    private static Findings one(Heap heap) {
        return Findings.of(heap).distances(Task.UNWATCHED).retained(Task.UNWATCHED).build();
    }

    private static final HeapDsl TWO_WAYS = HeapDsl.heap().root("vm", "A", "left").root("machine_context", "right")
        .klass("A")
        .object("left").ofClass("A").refers("middle", "l2")
        .object("l2").ofClass("A").refers("held")
        .object("right").ofClass("A").refers("r2")
        .object("r2").ofClass("A").refers("held")
        .object("middle").ofClass("A")
        .object("held").ofClass("A").refers("below")
        .object("below").ofClass("A");

    @Test
    void pathsShareNothingButTheObjectTheyLeadTo() {
        Heap heap = Loading.load(TWO_WAYS);
        String held = TWO_WAYS.identity("held");
        View view = Views.of(Recipe.about(Recipe.Subject.PATHS, List.of("a"), held, BUDGET), one(heap),
            Task.UNWATCHED);
        assertEquals(names(TWO_WAYS, "held", "l2", "left", "machine_context", "r2", "right", "vm"), ids(view));
        assertEquals(List.of(), view.omissions());
        ViewChecks.requireSound(view, "paths");
    }

    private static Set<String> ids(View view) {
        return view.nodes().stream().map(view::id).collect(Collectors.toSet());
    }

    private static Set<String> names(HeapDsl dsl, String... names) {
        Set<String> ids = new HashSet<>();
        for (String name : names) {
            ids.add(dsl.identity(name));
        }
        return ids;
    }

    @Test
    void classesAddUpTheReferencesBetweenTheirObjects() {
        for (long seed = 1; seed <= 30; seed++) {
            Heap heap = random(seed);
            View view = Views.of(Recipe.of(Recipe.Subject.CLASSES, List.of("a"), BUDGET), one(heap), Task.UNWATCHED);
            Map<String, Long> counts = new HashMap<>();
            Map<String, Long> bytes = new HashMap<>();
            Map<List<String>, Integer> references = new HashMap<>();
            for (int object = 0; object < heap.objectCount(); object++) {
                String id = "class:" + heap.className(object);
                counts.merge(id, 1L, Long::sum);
                bytes.merge(id, heap.memsize(object), Long::sum);
                for (int e = heap.references().from(object); e < heap.references().to(object); e++) {
                    references.merge(List.of(id, "class:" + heap.className(heap.references().target(e))), 1,
                        Integer::sum);
                }
            }
            Map<String, Long> shownCounts = new HashMap<>();
            Map<String, Long> shownBytes = new HashMap<>();
            for (ViewNode node : view.nodes()) {
                shownCounts.put(view.id(node), node.objects());
                shownBytes.put(view.id(node), view.number(Column.MEMSIZE, node));
            }
            Map<List<String>, Integer> shown = new HashMap<>();
            for (ViewEdge edge : view.edges()) {
                shown.put(List.of(view.id(view.nodes().get(edge.source())), view.id(view.nodes().get(edge.target()))),
                    edge.weight());
            }
            assertEquals(counts, shownCounts, "seed " + seed);
            assertEquals(bytes, shownBytes, "seed " + seed);
            assertEquals(references, shown, "seed " + seed);
        }
    }

    private static Heap random(long seed) {
        Random random = new Random(seed);
        HeapDsl dsl = HeapDsl.heap().root("vm", "o0").klass("A").klass("B").klass("C");
        for (int i = 0; i < 30; i++) {
            dsl.object("o" + i).ofClass(String.valueOf((char) ('A' + random.nextInt(3))))
                .refers("o" + random.nextInt(30), "o" + random.nextInt(30)).memsize(8 * random.nextInt(100));
        }
        return Loading.load(dsl);
    }

    @Test
    void theSmallestClassesAreCutOffAndTold() {
        View view = Views.of(Recipe.of(Recipe.Subject.CLASSES, List.of("a"), ViewBudget.of(3, 1)), one(random(7)),
            Task.UNWATCHED);
        assertEquals(3, view.nodes().size());
        assertEquals(1, view.edges().size());
        assertTrue(view.omissions().get(0).contains("classes, the smallest"), view.omissions().toString());
        assertTrue(view.omissions().get(1).contains("Not drawn"), view.omissions().toString());
    }

    @Test
    void groupsCanBeRemovedAndNothingElse() {
        Recipe recipe = Recipe.of(Recipe.Subject.CLASSES, List.of("a"), BUDGET);
        Findings findings = one(random(3));
        Set<String> all = ids(Views.of(recipe, findings, Task.UNWATCHED));
        Set<String> left = ids(Views.of(recipe.with(Step.of(Step.Kind.REMOVE, List.of("class:B"))), findings,
            Task.UNWATCHED));
        assertTrue(all.remove("class:B"));
        assertEquals(all, left);
        IllegalArgumentException no = assertThrows(IllegalArgumentException.class, () -> Views.of(
            recipe.with(Step.of(Step.Kind.EXPAND_REFERENCES, List.of("class:B"))), findings, Task.UNWATCHED));
        assertTrue(no.getMessage().contains("groups of objects"), no.getMessage());
    }

    @Test
    void aSuspectIsShownWithItsPathAndWhatItHolds() {
        HeapDsl dsl = HeapDsl.heap().root("vm", "A", "S", "list").klass("A").klass("S");
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            all.add("s" + i);
        }
        dsl.object("list").ofClass("A").memsize(40).refers(all.toArray(String[]::new));
        all.forEach(name -> dsl.object(name).ofClass("S").memsize(40));
        Heap heap = Loading.load(dsl);
        View view = Views.of(Recipe.of(Recipe.Subject.SUSPECTS, List.of("a"), BUDGET), one(heap), Task.UNWATCHED);
        Set<String> shown = ids(view);
        assertTrue(shown.contains("vm"), shown.toString());
        assertTrue(shown.contains(dsl.identity("list")), shown.toString());
        assertTrue(shown.contains(dsl.identity("s0")), shown.toString());
        assertEquals(1, view.nodes().stream().filter(node -> node.rgb() == NodeRole.MEMBER.rgb()).count());
        ViewChecks.requireSound(view, "suspects");
    }

    @Test
    void classReferencesJoinObjectsToTheirClass() {
        Heap heap = Loading.load(TWO_WAYS);
        String held = TWO_WAYS.identity("held");
        Recipe recipe = Recipe.about(Recipe.Subject.SUBGRAPH, List.of("a"), held, BUDGET);
        View plain = Views.of(recipe, one(heap), Task.UNWATCHED);
        View view = Views.of(recipe.asking(EnumSet.of(Recipe.Option.CLASS_REFERENCES)), one(heap), Task.UNWATCHED);
        assertTrue(plain.edges().stream().noneMatch(edge -> edge.kind() == EdgeKind.CLASS));
        assertFalse(ids(plain).contains(TWO_WAYS.identity("A")));
        assertTrue(ids(view).contains(TWO_WAYS.identity("A")));
        assertEquals(2, view.edges().stream().filter(edge -> edge.kind() == EdgeKind.CLASS).count());
    }

    @Test
    void aHeapCanBeShownAsItIs() {
        HeapDsl dsl = HeapDsl.heap().root("vm", "A", "o").klass("A").object("o").ofClass("A").refers("array")
            .array("array").refers("p").object("p").ofClass("A");
        Findings findings = one(Loading.load(dsl));
        Recipe cleaned = Recipe.of(Recipe.Subject.HEAP, List.of("a"), BUDGET);
        Recipe asItIs = cleaned.asking(Set.of());
        assertTrue(cleaned.asks(Recipe.Option.CLEANUP));
        String array = dsl.identity("array");
        assertFalse(ids(Views.of(cleaned, findings, Task.UNWATCHED)).contains(array));
        assertTrue(ids(Views.of(asItIs, findings, Task.UNWATCHED)).contains(array));
        Recipe below = Recipe.about(Recipe.Subject.SUBGRAPH, List.of("a"),
            dsl.identity("o"), BUDGET);
        assertTrue(ids(Views.of(below, findings, Task.UNWATCHED)).contains(array));
        View folded = Views.of(below.asking(EnumSet.of(Recipe.Option.CLEANUP)), findings, Task.UNWATCHED);
        assertFalse(ids(folded).contains(array));
        assertEquals(1, folded.edges().size(), "the way through the array is still an edge");
    }
}
