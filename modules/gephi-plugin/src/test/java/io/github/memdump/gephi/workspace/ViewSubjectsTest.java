package io.github.memdump.gephi.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import io.github.memdump.view.Recipe;
import io.github.memdump.view.Step;
import io.github.memdump.view.View;
import io.github.memdump.view.ViewBudget;
import io.github.memdump.view.assembly.Views;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gephi.graph.api.Node;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each subject in a workspace of its own, over three dumps of a process that keeps ten sessions more each time. */
final class ViewSubjectsTest {
    private static final int SESSIONS = 10;

    @TempDir
    private Path folder;
    private List<DumpFile> dumps;

    @BeforeEach
    void write() throws Exception {
        dumps = new ArrayList<>();
        for (int dump = 0; dump < 3; dump++) {
            HeapDsl heap = HeapDsl.heap().root("vm", "Session", "store").klass("Session").object("store")
                .at(0x70000000L).generation(1).memsize(40);
            for (int i = 0; i < (dump + 1) * SESSIONS; i++) {
                heap = heap.object("s" + i).ofClass("Session").at(0x70001000L + i * 40L).generation(2 + i / SESSIONS)
                    .memsize(100).heldBy("store").allocatedAt("shop.rb", 7, "login");
            }
            dumps.add(DumpFile.of(heap.writeTo(folder.resolve("dump" + dump + ".json"))));
        }
    }

    @AfterEach
    void closeProject() {
        Gephi.projects().closeCurrentProject();
    }

    private WorkspaceHeap open(Recipe recipe) throws Exception {
        return ViewWorkspace.open(recipe, dumps, new TicketTask());
    }

    private Recipe recipe(Recipe.Subject subject, String about) {
        return Recipes.of(subject, dumps, about, ViewBudget.DEFAULT);
    }

    private static Map<String, Object> values(String column, String ofClass) {
        Map<String, Object> values = new TreeMap<>();
        for (Node node : Gephi.graph().getGraph().getNodes().toArray()) {
            if (ofClass.equals(node.getAttribute("class"))) {
                values.put(String.valueOf(node.getId()), node.getAttribute(column));
            }
        }
        return values;
    }

    @Test
    void everySubjectOpensAsTheViewOfItsRecipe() throws Exception {
        for (Recipe.Subject subject : Recipe.Subject.values()) {
            WorkspaceHeap heap = open(recipe(subject, subject.isAboutSomething() ? "Session" : ""));
            View view = Views.of(heap.recipe(), heap.findings(Task.UNWATCHED), Task.UNWATCHED);
            Set<String> expected = new TreeSet<>();
            view.nodes().forEach(node -> expected.add(view.id(node)));
            Set<String> shown = new TreeSet<>();
            for (Node node : Gephi.graph().getGraph().getNodes().toArray()) {
                shown.add(String.valueOf(node.getId()));
            }
            assertEquals(expected, shown, subject.name());
            assertFalse(shown.isEmpty(), subject.name());
            assertTrue(Gephi.workspace().getName().startsWith(subject.title()), subject.name());
        }
    }

    @Test
    void growthShowsWhatCameBetweenTheFirstTwoDumpsAndTellsTheDump() throws Exception {
        open(recipe(Recipe.Subject.GROWTH, ""));
        Map<String, Object> sessions = values("first_dump", "Session");
        assertEquals(SESSIONS, sessions.size());
        assertEquals(Set.of(2), Set.copyOf(sessions.values()));
    }

    @Test
    void eachObjectTellsTheDumpItCameIn() throws Exception {
        open(recipe(Recipe.Subject.SELECTION, "Session"));
        Map<String, Object> sessions = values("first_dump", "Session");
        assertEquals(3 * SESSIONS, sessions.size());
        for (int dump = 1; dump <= 3; dump++) {
            Integer number = dump;
            assertEquals(SESSIONS, sessions.values().stream().filter(number::equals).count());
        }
    }

    @Test
    void aClassIsOneNodeWithTheNumberOfItsObjects() throws Exception {
        open(recipe(Recipe.Subject.CLASSES, ""));
        assertEquals(Map.of("class:Session", 3L * SESSIONS), values("objects", "Session"));
        assertEquals(Map.of("class:Session", 3000L), values("memsize", "Session"));
        assertThrows(IllegalArgumentException.class, () -> ViewSteps.apply(Gephi.workspace(),
            Step.of(Step.Kind.EXPAND_REFERENCES, List.of("class:Session")), new TicketTask()));
    }

    @Test
    void anAllocationSiteIsOneNodeWithItsFileAndLine() throws Exception {
        open(recipe(Recipe.Subject.SITES, ""));
        Node site = Gephi.graph().getGraph().getNode("site:shop.rb:7");
        assertEquals("shop.rb", site.getAttribute("file"));
        assertEquals(7L, site.getAttribute("line"));
        assertEquals(3L * SESSIONS, site.getAttribute("objects"));
    }

    @Test
    void optionsAndDepthAreInTheProject() throws Exception {
        Recipe recipe = recipe(Recipe.Subject.REFERRERS, "Session").toDepth(Recipe.ANY_DEPTH)
            .asking(EnumSet.of(Recipe.Option.CLASS_REFERENCES));
        Recipe heap = recipe(Recipe.Subject.HEAP, "").asking(EnumSet.noneOf(Recipe.Option.class));
        for (Recipe wanted : List.of(recipe, heap, recipe(Recipe.Subject.HEAP, ""),
            recipe(Recipe.Subject.GROWTH, ""))) {
            open(wanted);
            Path file = Files.createTempFile(folder, "project", ".gephi");
            Gephi.projects().saveProject(Gephi.projects().getCurrentProject(), file.toFile());
            Gephi.projects().closeCurrentProject();
            Gephi.projects().openProject(file.toFile());
            assertEquals(wanted, HeapTies.current().orElseThrow().recipe());
            Gephi.projects().closeCurrentProject();
        }
    }
}
