package io.github.memdump.gephi.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.gephi.heap.DumpFile;
import io.github.memdump.gephi.heap.Recipes;
import io.github.memdump.gephi.heap.WorkspaceHeap;
import io.github.memdump.task.Task;
import io.github.memdump.testing.HeapDsl;
import io.github.memdump.view.Recipe;
import io.github.memdump.view.ViewBudget;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProjectDumpsTest {
    @TempDir
    private Path folder;

    private DumpFile dump(String name) throws Exception {
        return DumpFile.of(HeapDsl.heap().root("vm", "a").object("a").writeTo(folder.resolve(name)));
    }

    private static WorkspaceHeap heap(DumpFile... dumps) {
        return WorkspaceHeap.remembered(Recipes.of(Recipe.Subject.HEAP, List.of(dumps), "", ViewBudget.DEFAULT),
            List.of(dumps), List.of());
    }

    @Test
    void listsEachDumpOnceWithItsViewsAndWhetherItIsInMemory() throws Exception {
        DumpFile before = dump("be<fore.json");
        DumpFile after = dump("after.json");
        WorkspaceHeap both = heap(before, after);
        ProjectDumps dumps = ProjectDumps.of(List.of(heap(after), both));
        assertEquals(List.of(after, before), dumps.dumps());
        assertFalse(dumps.isInMemory(after));
        both.findings(Task.UNWATCHED);
        assertTrue(dumps.isInMemory(after));
        assertFalse(dumps.isInMemory(before));
        assertTrue(dumps.html().contains("in memory, 2 views"), dumps.html());
        assertTrue(dumps.html().contains("be&lt;fore.json"), dumps.html());
    }

    @Test
    void aLinkLeadsToItsDumpAndOthersToNone() throws Exception {
        DumpFile one = dump("one.json");
        DumpFile two = dump("two.json");
        ProjectDumps dumps = ProjectDumps.of(List.of(heap(one), heap(two)));
        assertEquals(two, dumps.linked("compare:1").orElseThrow());
        assertTrue(dumps.linked("compare:7").isEmpty());
        assertTrue(dumps.linked("https://example.org").isEmpty());
        assertEquals(List.of(one), dumps.others(two));
    }

    @Test
    void saysThatADumpIsGone() throws Exception {
        DumpFile gone = dump("gone.json");
        ProjectDumps dumps = ProjectDumps.of(List.of(heap(gone)));
        Files.delete(gone.path());
        assertTrue(dumps.html().contains("gone or changed"), dumps.html());
        assertEquals("", ProjectDumps.of(List.of()).html());
    }
}
