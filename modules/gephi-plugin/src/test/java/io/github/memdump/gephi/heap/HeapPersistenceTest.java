package io.github.memdump.gephi.heap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.analysis.Findings;
import io.github.memdump.dump.DumpException;
import io.github.memdump.gephi.Gephi;
import io.github.memdump.gephi.task.TicketTask;
import io.github.memdump.gephi.workspace.ViewWorkspace;
import io.github.memdump.task.Task;
import io.github.memdump.testing.RandomHeap;
import io.github.memdump.view.Recipe;
import io.github.memdump.view.ViewBudget;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gephi.project.api.Workspace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HeapPersistenceTest {
    @TempDir
    private Path folder;
    private Path after;
    private WorkspaceHeap opened;

    @BeforeEach
    void open() throws Exception {
        RandomHeap heap = RandomHeap.ofSeed(11).objects(80).newObjects(40);
        Path before = heap.before().writeTo(folder.resolve("be <fore> & \u00e9.json"));
        after = heap.after().writeTo(folder.resolve("after.json"));
        List<DumpFile> dumps = List.of(DumpFile.of(before), DumpFile.of(after));
        opened = ViewWorkspace.open(Recipes.of(Recipe.Subject.BORDER, dumps, "", ViewBudget.of(20, 30)), dumps,
            new TicketTask());
    }

    @AfterEach
    void closeProject() {
        Gephi.projects().closeCurrentProject();
    }

    private void savedAndReopened() throws Exception {
        Path file = Files.createFile(folder.resolve("project.gephi"));
        Gephi.projects().saveProject(Gephi.projects().getCurrentProject(), file.toFile());
        Gephi.projects().closeCurrentProject();
        Gephi.projects().openProject(file.toFile());
    }

    @Test
    void aReopenedProjectKnowsItsDumpsAndItsRecipe() throws Exception {
        int nodes = Gephi.graph().getGraph().getNodeCount();
        savedAndReopened();
        WorkspaceHeap heap = HeapTies.current().orElseThrow();
        assertEquals(opened.dumps(), heap.dumps());
        assertEquals(opened.recipe().title(), heap.recipe().title());
        assertEquals(Recipe.Subject.BORDER, heap.recipe().subject());
        assertEquals(20, heap.recipe().budget().nodes());
        assertEquals(30, heap.recipe().budget().edges());
        assertEquals(opened.omissions(), heap.omissions());
        assertFalse(heap.omissions().isEmpty());
        assertEquals(nodes, Gephi.graph().getGraph().getNodeCount());
    }

    @Test
    void theHeapIsLoadedWhenItIsNeeded() throws Exception {
        savedAndReopened();
        WorkspaceHeap heap = HeapTies.current().orElseThrow();
        assertTrue(heap.loaded().isEmpty());
        Findings findings = heap.findings(Task.UNWATCHED);
        assertSame(findings, heap.loaded().orElseThrow());
        assertTrue(findings.border().isPresent());
    }

    @Test
    void aDumpThatIsGoneIsSaidToBe() throws Exception {
        savedAndReopened();
        Files.delete(after);
        WorkspaceHeap heap = HeapTies.current().orElseThrow();
        assertEquals(1, heap.missing().size());
        DumpException gone = assertThrows(DumpException.class, () -> heap.findings(Task.UNWATCHED));
        assertTrue(gone.getMessage().contains("is gone"), gone.getMessage());
    }

    @Test
    void aDumpThatWasReplacedIsNotTakenForTheOldOne() throws Exception {
        savedAndReopened();
        RandomHeap.ofSeed(12).after().writeTo(after);
        WorkspaceHeap heap = HeapTies.current().orElseThrow();
        DumpException changed = assertThrows(DumpException.class, () -> heap.findings(Task.UNWATCHED));
        assertTrue(changed.getMessage().contains("no longer the dump"), changed.getMessage());
    }

    @Test
    void aMovedDumpIsFoundAgain() throws Exception {
        savedAndReopened();
        Path moved = Files.move(after, folder.resolve("moved.json"));
        WorkspaceHeap heap = HeapTies.current().orElseThrow();
        DumpFile found = DumpFile.of(moved);
        assertTrue(found.sameContentAs(heap.shown()));
        WorkspaceHeap located = heap.located(List.of(heap.dumps().get(0), found));
        assertEquals(moved.toString(), located.recipe().dumps().get(1));
        assertTrue(located.findings(Task.UNWATCHED).border().isPresent());
    }

    @Test
    void aDuplicatedWorkspaceHasTheSameHeap() {
        Workspace copy = Gephi.projects().duplicateWorkspace(Gephi.workspace());
        WorkspaceHeap heap = HeapTies.of(copy).orElseThrow();
        assertEquals(opened.dumps(), heap.dumps());
        assertSame(opened.loaded().orElseThrow(), heap.loaded().orElseThrow());
    }

    @Test
    void aWorkspaceWithoutAHeapStaysWithoutOne() throws Exception {
        Gephi.projects().closeCurrentProject();
        Gephi.projects().newProject();
        // Gephi cannot read back a workspace whose graph nobody has asked for.
        Gephi.graph().getGraph().addNode(Gephi.graph().factory().newNode("n"));
        savedAndReopened();
        assertTrue(HeapTies.current().isEmpty());
    }
}
