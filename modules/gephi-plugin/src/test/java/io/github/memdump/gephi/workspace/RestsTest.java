package io.github.memdump.gephi.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.gephi.Gephi;
import io.github.memdump.gephi.heap.DumpFile;
import io.github.memdump.gephi.heap.Recipes;
import io.github.memdump.gephi.task.TicketTask;
import io.github.memdump.testing.GoldenDumps;
import io.github.memdump.view.Recipe;
import io.github.memdump.view.Step;
import io.github.memdump.view.View;
import io.github.memdump.view.ViewBudget;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.gephi.graph.api.Column;
import org.gephi.graph.api.Node;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** "+ N more" among the nodes that Gephi ranks, filters and lists. */
final class RestsTest {
    private static final Set<String> NAMES = Set.of("id", "label", "object");

    @AfterEach
    void closeProject() {
        Gephi.projects().closeCurrentProject();
    }

    private static void open(Recipe.Subject subject) throws Exception {
        GoldenDumps golden = GoldenDumps.RUBY_3_4;
        List<DumpFile> dumps = List.of(DumpFile.of(golden.before()), DumpFile.of(golden.after()));
        ViewWorkspace.open(Recipes.of(subject, dumps, "", ViewBudget.of(30, 400)), dumps, new TicketTask());
    }

    private static Node[] nodes() {
        return Gephi.graph().getGraph().getNodes().toArray();
    }

    private static boolean isRest(Node node) {
        return String.valueOf(node.getId()).endsWith(View.REST);
    }

    private static Set<String> filled(Node node) {
        Set<String> filled = new TreeSet<>();
        for (Column column : Gephi.graph().getNodeTable()) {
            if (node.getAttribute(column) != null && !NAMES.contains(column.getId())) {
                filled.add(column.getId());
            }
        }
        return filled;
    }

    @ParameterizedTest
    @EnumSource(value = Recipe.Subject.class, names = {"BORDER", "HEAP", "DOMINATORS", "CLASSES"})
    void haveANameAndNoFigures(Recipe.Subject subject) throws Exception {
        open(subject);
        assertTrue(Arrays.stream(nodes()).anyMatch(RestsTest::isRest), "something was cut off");
        for (Node node : nodes()) {
            Set<String> filled = filled(node);
            assertTrue(isRest(node) ? filled.isEmpty() : filled.containsAll(Set.of("rank", "objects")),
                node.getId() + " has " + filled);
            assertEquals(node.getId(), node.getAttribute("object"));
        }
    }

    @Test
    void haveNoneAfterStepsEither() throws Exception {
        open(Recipe.Subject.BORDER);
        Node rest = Arrays.stream(nodes()).filter(RestsTest::isRest).findFirst().orElseThrow();
        String id = String.valueOf(rest.getId());
        String holder = id.substring(0, id.length() - View.REST.length());
        ViewSteps.apply(Gephi.workspace(), Step.of(Step.Kind.REMOVE, List.of(holder)), new TicketTask());
        assertTrue(Gephi.graph().getGraph().getNode(id) == null, "gone with what it hangs on");
        ViewSteps.undo(Gephi.workspace(), new TicketTask());
        assertEquals(Set.of(), filled(Gephi.graph().getGraph().getNode(id)));
        assertEquals(id, Gephi.graph().getGraph().getNode(id).getAttribute("object"));
        assertTrue(filled(Gephi.graph().getGraph().getNode(holder)).contains("rank"));
    }
}
