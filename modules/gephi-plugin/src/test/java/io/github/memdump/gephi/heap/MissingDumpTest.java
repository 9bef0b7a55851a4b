package io.github.memdump.gephi.heap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MissingDumpTest {
    @TempDir
    private Path folder;

    @AfterEach
    void closeProject() {
        Gephi.projects().closeCurrentProject();
    }

    @Test
    void aDumpOfTheWorkspaceThatIsGoneCanBeLocated() throws Exception {
        List<DumpFile> dumps = List.of(DumpFile.of(RandomHeap.ofSeed(4).after().writeTo(folder.resolve("a.json"))));
        WorkspaceHeap heap = ViewWorkspace.open(Recipes.of(Recipe.Subject.HEAP, dumps, "", ViewBudget.DEFAULT), dumps,
            new TicketTask());
        heap.release();
        Files.delete(dumps.get(0).path());
        MissingDumpException gone = assertThrows(MissingDumpException.class, () -> heap.findings(Task.UNWATCHED));
        assertEquals("&Locate dumps\u2026", gone.waysOut().get(0).label());
    }

    @Test
    void anotherFileThatIsGoneCannot() {
        MissingDumpException gone = assertThrows(MissingDumpException.class,
            () -> DumpFile.of(folder.resolve("none.json")));
        assertEquals(List.of(), gone.waysOut());
    }
}
