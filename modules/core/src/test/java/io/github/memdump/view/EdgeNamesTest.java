package io.github.memdump.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.memdump.Loading;
import io.github.memdump.analysis.Findings;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;
import io.github.memdump.testing.HeapDsl;
import io.github.memdump.view.assembly.Views;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EdgeNamesTest {
    private static final ViewBudget BUDGET = ViewBudget.of(100, 1_000);

    @TempDir
    Path folder;

    /** A shop of which the shape names two variables, with a hash of pairs behind one and an array behind the other. */
    private static HeapDsl shop(String variable) {
        HeapDsl heap = HeapDsl.heap()
            .record("s0", "SHAPE").with("id", 7).with("parent_id", 0).with("shape_type", "ROOT")
            .record("s1", "SHAPE").with("id", 8).with("parent_id", 7).with("shape_type", "IVAR")
            .with("edge_name", variable)
            .record("s2", "SHAPE").with("id", 9).with("parent_id", 8).with("shape_type", "IVAR")
            .with("edge_name", "@log")
            .klass("Shop").klass("Session").klass("Entry").root("vm", "shop")
            .object("shop").ofClass("Shop").with("shape_id", 9).refers("byKey", "log")
            .hash("byKey").with("size", 2).refers("k1", "v1", "k2", "v2")
            .array("log").with("length", 2).refers("e1", "e2");
        for (int i = 1; i <= 2; i++) {
            heap.string("k" + i, "k" + i).with("frozen", true).object("v" + i).ofClass("Session").memsize(100)
                .object("e" + i).ofClass("Entry").memsize(100);
        }
        return heap;
    }

    private Heap load(HeapDsl heap) throws IOException {
        return Loading.load(heap.writeTo(folder.resolve("dump.json")));
    }

    private static View view(Heap heap, Recipe recipe) {
        Findings findings = Findings.of(heap).distances(Task.UNWATCHED).retained(Task.UNWATCHED).build();
        return Views.of(recipe, findings, Task.UNWATCHED);
    }

    private static View dominators(Heap heap) {
        return view(heap, Recipe.of(Recipe.Subject.DOMINATORS, List.of("dump.json"), BUDGET));
    }

    private static View about(Heap heap, Recipe.Subject subject, String about) {
        return view(heap, Recipe.about(subject, List.of("dump.json"), about, BUDGET));
    }

    private static Map<String, String> names(View view) {
        return view.edges().stream().collect(Collectors.toMap(edge -> view.nodes().get(edge.source()).name() + " → "
            + view.nodes().get(edge.target()).name(), ViewEdge::name, (one, other) -> one + ", " + other));
    }

    @Test
    void anEdgeSaysByWhatItsSourceHoldsItsTarget() throws IOException {
        Map<String, String> names = names(dominators(load(shop("@sessions"))));

        assertEquals("@sessions", names.get("Shop → HASH"));
        assertEquals("@log", names.get("Shop → ARRAY"));
        assertEquals("[0], [1]", names.get("ARRAY → Entry"));
        assertEquals("", names.get("root vm → Shop"), "a root has no names");
    }

    @Test
    void anEdgeToObjectsThatAreAlikeSaysWhatTheirReferencesHaveInCommon() throws IOException {
        HeapDsl heap = shop("@sessions").klass("Part").klass("Guest").klass("Owner")
            .object("owner").ofClass("Owner").heldBy("shop")
            .array("many").with("length", 50).heldBy("owner");
        for (int i = 0; i < 50; i++) {
            heap.object("m" + i).ofClass("Part").heldBy("many")
                .object("g" + i).ofClass("Guest").with("shape_id", 8).refers("owner");
        }
        Heap many = load(heap);

        assertEquals("an element", names(about(many, Recipe.Subject.SELECTION, "Part")).get("ARRAY → Part ×50"));
        assertEquals("@sessions", names(about(many, Recipe.Subject.REFERRERS, "Owner")).get("Guest ×50 → Owner"));
    }

    @Test
    void whatIsNotPrintableInANameIsEscaped() throws IOException {
        assertEquals("@a\\x1Bb", names(dominators(load(shop("@a\u001bb")))).get("Shop → HASH"));
    }

    private View collapsing(HeapDsl heap, String... objects) throws IOException {
        Recipe recipe = Recipe.of(Recipe.Subject.DOMINATORS, List.of("dump.json"), BUDGET);
        for (String object : objects) {
            recipe = recipe.with(Step.parse("collapse " + heap.identity(object)));
        }
        return view(load(heap), recipe);
    }

    @Test
    void anEdgeThroughWhatWasCollapsedSaysTheNamesAlongTheWay() throws IOException {
        Map<String, String> names = names(collapsing(shop("@sessions"), "byKey", "log"));

        assertEquals("@log \u2192 [0], @log \u2192 [1]", names.get("Shop \u2192 Entry"));
        assertEquals("@sessions \u2192 value of a STRING key, @sessions \u2192 value of a STRING key",
            names.get("Shop \u2192 Session"));
    }

    @Test
    void ofALongWayAnEdgeSaysTheFirstNamesAndTheLast() throws IOException {
        HeapDsl heap = shop("@sessions").klass("Leaf").array("a1").with("length", 1).heldBy("e1")
            .array("a2").with("length", 1).heldBy("a1").array("a3").with("length", 1).heldBy("a2")
            .object("leaf").ofClass("Leaf").memsize(1_000).heldBy("a3");
        String[] between = {"log", "e1", "a1", "a2", "a3"};

        assertEquals("@log \u2192 [0] \u2192 \u2026 \u2192 [0]",
            names(collapsing(heap, between)).get("Shop \u2192 Leaf"));
        assertEquals("a variable \u2192 [0] \u2192 [0] \u2192 [0]",
            names(collapsing(heap, "a1", "a2", "a3")).get("Entry \u2192 Leaf"), "an Entry has no shape");
    }

    @Test
    void aWayOfWhichNoNameIsKnownHasNone() throws IOException {
        HeapDsl heap = shop("@sessions").klass("Leaf").record("outer", "DATA").heldBy("e1")
            .record("inner", "DATA").heldBy("outer").object("leaf").ofClass("Leaf").memsize(1_000).heldBy("inner");

        assertEquals("", names(collapsing(heap, "inner")).get("DATA \u2192 Leaf"));
        assertEquals("a variable \u2192 \u2026", names(collapsing(heap, "outer")).get("Entry \u2192 DATA"));
    }

    @Test
    void aViewOfADumpThatIsGoneHasNoNames() throws IOException {
        Heap heap = load(shop("@sessions"));
        Files.delete(folder.resolve("dump.json"));

        assertEquals("", names(dominators(heap)).get("Shop → HASH"));
    }
}
