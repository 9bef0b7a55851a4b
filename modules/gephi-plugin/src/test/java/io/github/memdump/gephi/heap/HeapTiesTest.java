package io.github.memdump.gephi.heap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.analysis.Findings;
import io.github.memdump.gephi.Gephi;
import io.github.memdump.task.Task;
import io.github.memdump.testing.HeapDsl;
import io.github.memdump.view.Recipe;
import io.github.memdump.view.View;
import io.github.memdump.view.ViewBudget;
import io.github.memdump.view.assembly.Views;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openide.util.Lookup;

final class HeapTiesTest {
    @TempDir
    private Path folder;
    private WorkspaceHeap first;

    @BeforeEach
    void tieAHeap() throws Exception {
        Gephi.projects().newProject();
        first = heap("one.json");
        HeapTies.tie(Gephi.workspace(), first);
    }

    @AfterEach
    void closeProject() {
        Gephi.projects().closeCurrentProject();
    }

    private WorkspaceHeap heap(String file) throws Exception {
        DumpFile dump = DumpFile.of(HeapDsl.heap().root("vm", "a").object("a").writeTo(folder.resolve(file)));
        return WorkspaceHeap.of(view(dump), List.of(dump));
    }

    private static View view(DumpFile dump) throws Exception {
        Recipe recipe = Recipes.of(Recipe.Subject.DOMINATORS, List.of(dump), "", ViewBudget.of(10, 10));
        Findings findings = Heaps.shared().findings(recipe, List.of(dump), Task.UNWATCHED);
        return Views.of(recipe, findings, Task.UNWATCHED);
    }

    @Test
    void aWorkspaceIsNeverWithoutAHeapWhileAnotherTakesItsPlace() throws Exception {
        List<Boolean> there = new ArrayList<>();
        Lookup.Result<WorkspaceHeap> heaps = Gephi.workspace().getLookup().lookupResult(WorkspaceHeap.class);
        heaps.addLookupListener(event -> there.add(HeapTies.current().isPresent()));
        assertEquals(1, heaps.allInstances().size());
        WorkspaceHeap second = heap("two.json");
        HeapTies.tie(Gephi.workspace(), second);
        assertEquals(List.of(true, true), there);
        assertEquals(Optional.of(second), HeapTies.current());
    }

    @Test
    void whoStillHoldsTheHeapOfTheViewBeforeFindsItInMemory() throws Exception {
        Findings known = first.loaded().orElseThrow();
        HeapTies.tie(Gephi.workspace(), first.showing(first.view(Task.UNWATCHED), List.of()));
        assertSame(known, first.loaded().orElseThrow());
        HeapTies.tie(Gephi.workspace(), heap("two.json"));
        HeapTies.tie(Gephi.workspace(), first);
        HeapTies.tie(Gephi.workspace(), first);
        assertEquals(Optional.of(first), HeapTies.current());
    }

    @Test
    void aHeapInWhosePlaceAnotherOneComesIsLetGo() throws Exception {
        HeapTies.tie(Gephi.workspace(), heap("two.json"));
        assertTrue(first.loaded().isEmpty());
    }
}
