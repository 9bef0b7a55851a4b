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
import org.gephi.project.api.Workspace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RelocationTest {
    private static final Recipe RECIPE =
        Recipe.of(Recipe.Subject.SUSPECTS, List.of("/old/after.json.gz"), ViewBudget.DEFAULT);
    private final DumpFile old = DumpFile.remembered(Path.of("/old/after.json.gz"), 1, "f", "c");
    private final List<DumpFile> moved = List.of(DumpFile.remembered(Path.of("/new/late.json"), 1, "f", "c"));
    private Workspace workspace;
    private WorkspaceHeap heap;

    @BeforeEach
    void showADump() {
        Gephi.projects().newProject();
        workspace = Gephi.workspace();
        heap = WorkspaceHeap.remembered(RECIPE, List.of(old), List.of());
        HeapTies.tie(workspace, heap);
        workspace.getWorkspaceMetadata().setDescription(ViewDescription.of(RECIPE));
        Gephi.projects().renameWorkspace(workspace, WorkspaceName.of(RECIPE, workspace));
        Gephi.projects().setSource(workspace, old.name());
    }

    @AfterEach
    void close() {
        Gephi.projects().closeCurrentProject();
    }

    @Test
    void whatAWorkspaceSaysOfItselfTellsWhereItsDumpsAreNow() {
        String[] before = workspace.getWorkspaceMetadata().getDescription().split("\n");
        Relocation.of(workspace, heap, moved);
        String[] after = workspace.getWorkspaceMetadata().getDescription().split("\n");
        assertTrue(before[1].contains("/old/after.json.gz"), before[1]);
        assertEquals("Suspects: late.json", after[0]);
        assertTrue(after[1].contains("/new/late.json"), after[1]);
        assertFalse(after[1].contains("/old/"), after[1]);
        assertEquals(before[2], after[2], "it came when it came");
        assertEquals("Suspects: late.json", workspace.getWorkspaceMetadata().getTitle());
        assertEquals("Suspects: late", workspace.getName());
        assertEquals("late.json", workspace.getSource());
        assertEquals(moved, HeapTies.of(workspace).orElseThrow().dumps());
    }

    @Test
    void aNameWithANumberIsRenewedAndTheUsersOwnWordsStay() {
        Gephi.projects().renameWorkspace(workspace, "Suspects: after (3)");
        Relocation.of(workspace, heap, moved);
        assertEquals("Suspects: late", workspace.getName());
        WorkspaceHeap now = HeapTies.of(workspace).orElseThrow();
        Gephi.projects().renameWorkspace(workspace, "The leak of May");
        workspace.getWorkspaceMetadata().setDescription("Look at\nthis");
        Relocation.of(workspace, now, List.of(old));
        assertEquals("The leak of May", workspace.getName());
        assertEquals("Look at\nthis", workspace.getWorkspaceMetadata().getDescription());
    }
}
