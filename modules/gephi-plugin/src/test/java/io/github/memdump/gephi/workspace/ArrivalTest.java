package io.github.memdump.gephi.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.gephi.Gephi;
import io.github.memdump.gephi.heap.DumpFile;
import io.github.memdump.gephi.heap.HeapTies;
import io.github.memdump.gephi.heap.Heaps;
import io.github.memdump.gephi.heap.Recipes;
import io.github.memdump.gephi.heap.WorkspaceHeap;
import io.github.memdump.task.Task;
import io.github.memdump.testing.RandomHeap;
import io.github.memdump.view.Recipe;
import io.github.memdump.view.View;
import io.github.memdump.view.ViewBudget;
import io.github.memdump.view.assembly.Views;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.importer.api.Report;
import org.gephi.io.processor.spi.Processor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openide.util.Lookup;

final class ArrivalTest {
    @TempDir
    private Path folder;

    @AfterEach
    void closeProject() {
        Gephi.projects().closeCurrentProject();
    }

    private WorkspaceHeap processed(boolean expected) throws Exception {
        List<DumpFile> dumps = List.of(DumpFile.of(RandomHeap.ofSeed(3).after().writeTo(folder.resolve("a.json"))));
        Recipe recipe = Recipes.of(Recipe.Subject.HEAP, dumps, "", ViewBudget.of(20, 30));
        View view = Views.of(recipe, Heaps.shared().findings(recipe, dumps, Task.UNWATCHED), Task.UNWATCHED);
        WorkspaceHeap heap = WorkspaceHeap.of(view, dumps);
        Container container = Lookup.getDefault().lookup(Container.Factory.class).newContainer();
        container.setReport(new Report());
        container.setSource("a.json");
        ViewContainer.fill(container.getLoader(), view, Task.UNWATCHED);
        Arrival arrival = Arrival.of(view, heap);
        container.getLoader().setMetadata(expected ? arrival.expected() : arrival);
        Lookup.getDefault().lookup(ImportController.class)
            .process(container, Lookup.getDefault().lookup(Processor.class), null);
        assertEquals(arrival.getDescription(), Gephi.workspace().getWorkspaceMetadata().getDescription());
        return heap;
    }

    @Test
    void theWorkspaceOfAnExpectedArrivalIsTied() throws Exception {
        WorkspaceHeap heap = processed(true);
        long until = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (HeapTies.current().isEmpty() && System.nanoTime() < until) {
            Thread.sleep(20);
        }
        assertSame(heap, HeapTies.current().orElseThrow());
    }

    @Test
    void whoReadsADescriptionStartsNothing() throws Exception {
        processed(false);
        Thread.sleep(1_500);
        assertTrue(HeapTies.current().isEmpty());
    }
}
