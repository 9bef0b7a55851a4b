package io.github.memdump.gephi.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.gephi.Gephi;
import io.github.memdump.gephi.heap.DumpFile;
import io.github.memdump.gephi.heap.HeapTies;
import io.github.memdump.gephi.heap.WorkspaceHeap;
import io.github.memdump.gephi.task.RecordedNotifications;
import io.github.memdump.gephi.task.TicketTask;
import io.github.memdump.testing.GoldenDumps;
import io.github.memdump.view.ViewBudget;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Comparing from a workspace, and with the dumps that Gephi was started with. */
final class BorderViewTest {
    private static final GoldenDumps DUMPS = GoldenDumps.RUBY_3_1;

    @BeforeEach
    void forget() {
        RecordedNotifications.clear();
    }

    @AfterEach
    void closeProject() {
        Gephi.projects().closeCurrentProject();
    }

    private static WorkspaceHeap compared(Path before, Path after) throws Exception {
        return BorderView.show(before, DumpFile.of(after), ViewBudget.of(50, 100), new TicketTask());
    }

    private static List<Path> paths(WorkspaceHeap heap) {
        return heap.dumps().stream().map(DumpFile::path).collect(Collectors.toList());
    }

    @Test
    void theDumpsSayWhichIsTheEarlierOneAndTheUserIsToldWhereHeDidNotKnow() throws Exception {
        int expected = compared(DUMPS.before(), DUMPS.after()).loaded().orElseThrow().diff().orElseThrow().newObjects()
            .size();
        assertTrue(RecordedNotifications.isEmpty());
        WorkspaceHeap swapped = compared(DUMPS.after(), DUMPS.before());
        assertEquals(List.of(DUMPS.before(), DUMPS.after()), paths(swapped));
        assertEquals(expected, swapped.loaded().orElseThrow().diff().orElseThrow().newObjects().size());
        String told = RecordedNotifications.nextText();
        assertTrue(told.startsWith("Taken in the order in which the dumps were made"), told);
        assertTrue(swapped.recipe().dumps().get(0).endsWith(DUMPS.before().getFileName().toString()),
            swapped.recipe().dumps().toString());
    }

    @Test
    void dumpsThatGephiIsStartedWithAreOrderedToo() throws Exception {
        LaunchedWithDumps.open(List.of(DUMPS.after(), DUMPS.before()), new TicketTask());
        assertEquals(List.of(DUMPS.before(), DUMPS.after()), paths(HeapTies.current().orElseThrow()));
        assertTrue(RecordedNotifications.nextText().startsWith("Taken in the order"));
    }
}
