package io.github.memdump.gephi.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.gephi.Gephi;
import io.github.memdump.gephi.heap.DumpFile;
import io.github.memdump.gephi.heap.HeapTies;
import io.github.memdump.gephi.heap.WorkspaceHeap;
import io.github.memdump.view.Recipe;
import io.github.memdump.view.ViewBudget;
import java.nio.file.Path;
import java.util.List;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Node;
import org.gephi.project.api.Workspace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openide.util.Lookup;

class FilteredExportsTest {
    @AfterEach
    void close() {
        Gephi.projects().closeCurrentProject();
    }

    private static void add(Workspace workspace, String... ids) {
        GraphModel model = Lookup.getDefault().lookup(GraphController.class).getGraphModel(workspace);
        for (String id : ids) {
            Node node = model.factory().newNode(id);
            model.getGraph().addNode(node);
        }
    }

    @Test
    void aPartOfAGraphInAnotherWorkspaceKeepsItsHeapAndAnotherGraphDoesNot() {
        Gephi.projects().newProject();
        Workspace from = Gephi.workspace();
        add(from, "0x10", "0x20", "0x30");
        DumpFile dump = DumpFile.remembered(Path.of("/dumps/after.json.gz"), 1, "f", "c");
        Recipe recipe = Recipe.of(Recipe.Subject.SUSPECTS, List.of("/dumps/after.json.gz"), ViewBudget.DEFAULT);
        HeapTies.tie(from, WorkspaceHeap.remembered(recipe, List.of(dump), List.of()));
        Workspace part = Gephi.projects().newWorkspace(Gephi.projects().getCurrentProject());
        assertFalse(FilteredExports.follow(from, part), "nothing is there yet");
        assertTrue(HeapTies.of(part).isEmpty());
        add(part, "0x10", "0x30");
        assertTrue(FilteredExports.follow(from, part));
        assertEquals(recipe, HeapTies.of(part).orElseThrow().recipe());
        Workspace other = Gephi.projects().newWorkspace(Gephi.projects().getCurrentProject());
        add(other, "0x10", "0x99");
        FilteredExports.follow(from, other);
        assertTrue(HeapTies.of(other).isEmpty());
        Workspace imported = Gephi.projects().newWorkspace(Gephi.projects().getCurrentProject());
        imported.getWorkspaceMetadata().setDescription("Border: after");
        add(imported, "0x10", "0x20");
        assertTrue(FilteredExports.follow(from, imported));
        assertTrue(HeapTies.of(imported).isEmpty(), "it is tied to its own heap later");
        assertEquals("Suspects: after", WorkspaceName.of(recipe, part));
        Gephi.projects().renameWorkspace(from, "Suspects: after");
        assertEquals("Suspects: after (2)", WorkspaceName.of(recipe, part));
        Recipe about = Recipe.about(Recipe.Subject.SELECTION, List.of("/d/after.json"),
            "class = \"ActiveSupport::Notifications::Fanout\" and new", ViewBudget.DEFAULT);
        assertTrue(WorkspaceName.shortened(about).length() < 60, WorkspaceName.shortened(about));
    }
}
