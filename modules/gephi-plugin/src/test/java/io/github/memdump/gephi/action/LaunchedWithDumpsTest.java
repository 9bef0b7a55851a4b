package io.github.memdump.gephi.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.dump.DumpException;
import io.github.memdump.gephi.Gephi;
import io.github.memdump.gephi.heap.HeapTies;
import io.github.memdump.gephi.task.TicketTask;
import io.github.memdump.testing.GoldenDumps;
import io.github.memdump.view.Recipe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LaunchedWithDumpsTest {
    @TempDir
    private Path folder;

    @AfterEach
    void closeProject() {
        Gephi.projects().closeCurrentProject();
    }

    @Test
    void twoDumpsShowTheirBorderInANewProjectWithOneWorkspace() throws Exception {
        GoldenDumps dumps = GoldenDumps.RUBY_3_1;
        LaunchedWithDumps.open(List.of(dumps.before(), dumps.after()), new TicketTask());
        assertEquals(1, Gephi.projects().getCurrentProject().getWorkspaces().size());
        assertEquals("Border: after", Gephi.workspace().getName());
        assertTrue(Gephi.graph().getGraph().getNodeCount() > 1_000);
    }

    @Test
    void oneDumpShowsItsHeap() throws Exception {
        LaunchedWithDumps.open(List.of(GoldenDumps.RUBY_3_1.after()), new TicketTask());
        assertEquals(Recipe.Subject.HEAP, HeapTies.current().orElseThrow().recipe().subject());
    }

    @Test
    void aFileThatIsNoDumpOpensNothing() throws Exception {
        Path text = Files.writeString(folder.resolve("graph.json"), "{\"nodes\":[]}");
        assertThrows(DumpException.class, () -> LaunchedWithDumps.open(List.of(text), new TicketTask()));
        assertTrue(!Gephi.projects().hasCurrentProject());
    }
}
