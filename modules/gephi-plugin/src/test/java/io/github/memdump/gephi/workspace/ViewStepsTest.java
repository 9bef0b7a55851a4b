package io.github.memdump.gephi.workspace;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.gephi.Gephi;
import io.github.memdump.gephi.heap.DumpFile;
import io.github.memdump.gephi.heap.HeapTies;
import io.github.memdump.gephi.heap.Recipes;
import io.github.memdump.gephi.heap.WorkspaceHeap;
import io.github.memdump.gephi.task.TicketTask;
import io.github.memdump.task.Task;
import io.github.memdump.testing.HeapDsl;
import io.github.memdump.testing.RandomHeap;
import io.github.memdump.view.Recipe;
import io.github.memdump.view.Step;
import io.github.memdump.view.View;
import io.github.memdump.view.ViewBudget;
import io.github.memdump.view.assembly.Views;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.Node;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ViewStepsTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void open() throws Exception {
        RandomHeap heap = RandomHeap.ofSeed(12).objects(600).newObjects(300);
        List<DumpFile> dumps = List.of(DumpFile.of(heap.before().writeTo(folder.resolve("before.json"))),
            DumpFile.of(heap.after().writeTo(folder.resolve("after.json"))));
        ViewWorkspace.open(Recipes.of(Recipe.Subject.BORDER, dumps, "", ViewBudget.of(20, 30)), dumps,
            new TicketTask());
    }

    @AfterEach
    void closeProject() {
        Gephi.projects().closeCurrentProject();
    }

    private static Map<String, float[]> places() {
        Map<String, float[]> places = new HashMap<>();
        for (Node node : Gephi.graph().getGraph().getNodes().toArray()) {
            places.put(String.valueOf(node.getId()), new float[] {node.x(), node.y(), node.size()});
        }
        return places;
    }

    private static Set<String> edges() {
        Set<String> edges = new TreeSet<>();
        for (Edge edge : Gephi.graph().getGraph().getEdges().toArray()) {
            edges.add(edge.getSource().getId() + " > " + edge.getTarget().getId() + " x" + (int) edge.getWeight());
        }
        return edges;
    }

    /** Some node at which a step changes something. */
    private static String go(Step.Kind kind, Random random) throws Exception {
        List<String> ids = new ArrayList<>(places().keySet());
        ids.removeIf(id -> id.endsWith(View.REST));
        java.util.Collections.sort(ids);
        java.util.Collections.shuffle(ids, random);
        for (String id : ids) {
            int steps = HeapTies.current().orElseThrow().recipe().steps().size();
            ViewSteps.apply(Gephi.workspace(), Step.of(kind, List.of(id)), new TicketTask());
            List<String> now = new ArrayList<>(places().keySet());
            now.removeIf(each -> each.endsWith(View.REST));
            if (now.size() != ids.size()) {
                assertEquals(steps + 1, HeapTies.current().orElseThrow().recipe().steps().size());
                return id;
            }
        }
        throw new AssertionError(kind + " changes nothing anywhere");
    }

    @Test
    void theNameOfARootMayHaveBlanks() throws Exception {
        Gephi.projects().closeCurrentProject();
        List<DumpFile> dumps = List.of(DumpFile.of(HeapDsl.heap().root("a b c", "one").object("one").refers("two")
            .object("two").writeTo(folder.resolve("blanks.json"))));
        ViewWorkspace.open(Recipes.of(Recipe.Subject.HEAP, dumps, "", ViewBudget.of(20, 30)), dumps, new TicketTask());
        Set<String> before = edges();
        String edge = before.stream().filter(each -> each.startsWith("a b c > ")).findFirst().orElseThrow();
        String held = edge.replaceAll("^a b c > | x.*$", "");
        ViewSteps.apply(Gephi.workspace(), Step.of(Step.Kind.REMOVE, List.of(held)), new TicketTask());
        assertTrue(edges().stream().noneMatch(each -> each.startsWith("a b c > ")), edges().toString());
        ViewSteps.undo(Gephi.workspace(), new TicketTask());
        assertEquals(before, edges());
    }

    @Test
    void afterAnyStepsTheGraphIsTheViewOfTheRecipe() throws Exception {
        Random random = new Random(5);
        for (Step.Kind kind : List.of(Step.Kind.EXPAND_REFERENCES, Step.Kind.EXPAND_DOMINATED,
            Step.Kind.EXPAND_REFERRERS, Step.Kind.REMOVE, Step.Kind.COLLAPSE, Step.Kind.ISOLATE)) {
            go(kind, random);
            WorkspaceHeap heap = HeapTies.current().orElseThrow();
            View view = Views.of(heap.recipe(), heap.findings(Task.UNWATCHED), Task.UNWATCHED);
            Set<String> nodes = new TreeSet<>();
            view.nodes().forEach(node -> nodes.add(view.id(node)));
            assertEquals(nodes, new TreeSet<>(places().keySet()), kind.id());
            Set<String> edges = new TreeSet<>();
            SingleEdges.of(view).forEach(edge -> edges.add(view.id(view.nodes().get(edge.source())) + " > "
                + view.id(view.nodes().get(edge.target())) + " x" + edge.weight()));
            assertEquals(edges, edges(), kind.id());
        }
    }

    @Test
    void whatIsShownAlreadyDoesNotMoveAndNewcomersOverlapNothing() throws Exception {
        Map<String, float[]> before = places();
        before.values().forEach(place -> assertTrue(place[2] > 0));
        go(Step.Kind.EXPAND_REFERENCES, new Random(1));
        Map<String, float[]> after = places();
        before.forEach((id, place) -> {
            if (after.containsKey(id)) {
                assertArrayEquals(place, after.get(id), id);
            }
        });
        List<String> ids = new ArrayList<>(after.keySet());
        for (String id : ids) {
            for (String other : ids) {
                boolean isNew = !before.containsKey(id) && !id.equals(other);
                float[] a = after.get(id);
                float[] b = after.get(other);
                assertFalse(isNew && Math.hypot(a[0] - b[0], a[1] - b[1]) < (a[2] + b[2]) * 0.99, id + " on " + other);
            }
        }
        assertTrue(after.size() > before.size());
    }

    @Test
    void saysWhyNothingIsGrouped() throws Exception {
        String alone = places().keySet().iterator().next();
        String said = ViewSteps.apply(Gephi.workspace(), Step.of(Step.Kind.GROUP, List.of(alone)), new TicketTask());
        assertTrue(said.startsWith("Nothing was joined"), said);
        assertTrue(HeapTies.current().orElseThrow().recipe().steps().isEmpty());
    }

    @Test
    void takingAStepBackBringsEverythingBackToItsPlace() throws Exception {
        Map<String, float[]> places = places();
        Set<String> edges = edges();
        String removed = go(Step.Kind.REMOVE, new Random(2));
        assertNull(Gephi.graph().getGraph().getNode(removed));
        ViewSteps.undo(Gephi.workspace(), new TicketTask());
        assertEquals(places.keySet(), places().keySet());
        places().forEach((id, place) -> assertArrayEquals(places.get(id), place, id));
        assertEquals(edges, edges());
        int steps = HeapTies.current().orElseThrow().undone().size();
        assertTrue(steps > 0);
        ViewSteps.redo(Gephi.workspace(), new TicketTask());
        assertEquals(1, HeapTies.current().orElseThrow().recipe().steps().size());
        assertEquals(steps - 1, HeapTies.current().orElseThrow().undone().size());
        ViewSteps.undo(Gephi.workspace(), new TicketTask());
        assertThrows(IllegalArgumentException.class, () -> ViewSteps.undo(Gephi.workspace(), new TicketTask()));
    }

    @Test
    void labelsOfWhatComesHaveNoColourOfTheirOwnSoThatTheyCanBeReadOnBlack() throws Exception {
        go(Step.Kind.REMOVE, new Random(2));
        ViewSteps.undo(Gephi.workspace(), new TicketTask());
        for (Node node : Gephi.graph().getGraph().getNodes().toArray()) {
            assertEquals(0, node.getTextProperties().getAlpha(), String.valueOf(node.getId()));
        }
        for (Edge edge : Gephi.graph().getGraph().getEdges().toArray()) {
            assertEquals(0, edge.getTextProperties().getAlpha(), String.valueOf(edge.getId()));
        }
    }

    @Test
    void newNodesHaveTheColumnsOfTheirObjects() throws Exception {
        Set<String> before = places().keySet();
        go(Step.Kind.EXPAND_REFERENCES, new Random(3));
        Node newcomer = null;
        for (Node node : Gephi.graph().getGraph().getNodes().toArray()) {
            String id = String.valueOf(node.getId());
            newcomer = before.contains(id) || id.endsWith(View.REST) ? newcomer : node;
        }
        assertNotNull(newcomer);
        assertEquals(newcomer.getId(), newcomer.getAttribute("object"));
        assertNotNull(newcomer.getAttribute("retained_size"));
    }

    @Test
    void whatTheUserDeletedByHandDoesNotComeBack() throws Exception {
        Node deleted = Gephi.graph().getGraph().getNodes().toArray()[0];
        Gephi.graph().getGraph().removeNode(deleted);
        go(Step.Kind.EXPAND_REFERENCES, new Random(4));
        assertNull(Gephi.graph().getGraph().getNode(deleted.getId()));
    }
}
