package io.github.memdump.gephi.heap;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.suspect.Suspects;
import io.github.memdump.dump.DumpException;
import io.github.memdump.gephi.Gephi;
import io.github.memdump.gephi.task.TicketTask;
import io.github.memdump.gephi.workspace.ViewWorkspace;
import io.github.memdump.task.CancelledException;
import io.github.memdump.task.Task;
import io.github.memdump.testing.RandomHeap;
import io.github.memdump.view.Recipe;
import io.github.memdump.view.ViewBudget;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HeapsTest {
    @TempDir
    private Path folder;

    @AfterEach
    void closeProject() {
        Gephi.projects().closeCurrentProject();
    }

    private List<DumpFile> dumps(long seed) throws Exception {
        RandomHeap heap = RandomHeap.ofSeed(seed);
        return List.of(DumpFile.of(heap.before().writeTo(folder.resolve(seed + "-before.json"))),
            DumpFile.of(heap.after().writeTo(folder.resolve(seed + "-after.json"))));
    }

    private static WorkspaceHeap opened(Recipe.Subject subject, List<DumpFile> dumps) throws Exception {
        return ViewWorkspace.open(Recipes.of(subject, dumps, "", ViewBudget.DEFAULT), dumps, new TicketTask());
    }

    /** Weak references go when the collector has run, which it does not do at once. */
    private static void collected(int expected) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (Heaps.shared().loaded() > expected && System.nanoTime() < until) {
            System.gc();
            Thread.sleep(20);
        }
        assertEquals(expected, Heaps.shared().loaded());
    }

    @Test
    void heapsGoWithTheLastWorkspaceThatUsesThem() throws Exception {
        collected(0);
        List<DumpFile> dumps = dumps(21);
        opened(Recipe.Subject.BORDER, dumps);
        opened(Recipe.Subject.HEAP, dumps);
        // Of the earlier dump only the identities stay.
        collected(1);
        Gephi.projects().deleteWorkspace(Gephi.workspace());
        System.gc();
        assertTrue(HeapTies.current().orElseThrow().loaded().isPresent());
        assertEquals(1, Heaps.shared().loaded());
        Gephi.projects().closeCurrentProject();
        collected(0);
    }

    @Test
    void dumpsLargerThanMemoryAreRefusedInWordsBeforeAnyIsLoaded() throws Exception {
        List<DumpFile> dumps = dumps(23);
        Heaps small = new Heaps(1 << 10);
        String message = assertThrows(DumpException.class, () -> small.findings(dumps, new TicketTask())).getMessage();
        assertTrue(message.contains("-J-Xmx") && message.contains("memdump view"), message);
        assertEquals(0, small.loaded());
    }

    @Test
    void whatIsInMemoryCountsUntilItIsNoLongerNeeded() throws Exception {
        List<DumpFile> dumps = dumps(24);
        Heaps heaps = new Heaps(DumpSample.of(dumps.get(1).path()).memory() * 3 / 2);
        Findings after = heaps.findings(dumps.subList(1, 2), new TicketTask());
        assertThrows(DumpException.class, () -> heaps.findings(dumps, new TicketTask()));
        assertSame(after, heaps.findings(dumps.subList(1, 2), new TicketTask()));
        after = null;
        Findings before = heaps.findings(dumps.subList(0, 1), new TicketTask());
        assertTrue(before.heap().objectCount() > 0);
    }

    @Test
    void thirtyViewsOpenedAndClosedLeaveNoHeap() throws Exception {
        List<DumpFile> dumps = dumps(22);
        for (int i = 0; i < 30; i++) {
            opened(i % 2 == 0 ? Recipe.Subject.BORDER : Recipe.Subject.HEAP, dumps);
            Gephi.projects().closeCurrentProject();
        }
        collected(0);
    }

    @Test
    void viewsOfTheSameDumpsShareTheirFindings() throws Exception {
        List<DumpFile> dumps = dumps(23);
        WorkspaceHeap first = opened(Recipe.Subject.BORDER, dumps);
        WorkspaceHeap second = opened(Recipe.Subject.BORDER, dumps);
        assertSame(first.loaded().orElseThrow(), second.loaded().orElseThrow());
    }

    @Test
    void anEarlierDumpAndNoneAreDifferentFindings() throws Exception {
        List<DumpFile> dumps = dumps(24);
        assertTrue(Heaps.shared().findings(dumps, Task.UNWATCHED).diff().isPresent());
        assertTrue(Heaps.shared().findings(dumps.subList(1, 2), Task.UNWATCHED).diff().isEmpty());
    }

    @Test
    void aCancelledOpeningLeavesNoWorkspace() throws Exception {
        TicketTask task = new TicketTask();
        task.cancel();
        List<DumpFile> dumps = dumps(25);
        assertThrows(CancelledException.class, () -> ViewWorkspace.open(
            Recipes.of(Recipe.Subject.BORDER, dumps, "", ViewBudget.DEFAULT), dumps, task));
        assertTrue(!Gephi.projects().hasCurrentProject());
    }

    @Test
    void theWorkspaceBearsTheTitleOfItsRecipe() throws Exception {
        WorkspaceHeap heap = opened(Recipe.Subject.BORDER, dumps(26));
        assertTrue(Gephi.workspace().getName().startsWith(heap.recipe().subject().title() + ": "));
        assertSame(heap, HeapTies.current().orElseThrow());
        assertSame(heap, HeapTies.of(Gephi.graph()).orElseThrow());
    }

    /** Counts how often each dump is read. */
    private static final class Readings implements Task {
        private final List<String> readings = new ArrayList<>();

        @Override
        public synchronized void phase(String name, long total) {
            if (name.startsWith("Reading ")) {
                readings.add(name);
            }
        }

        @Override
        public void done(long steps) {
        }
    }

    @Test
    void ofAnEarlierDumpThatIsComparedTheHeapIsNotKept() throws Exception {
        Heaps heaps = new Heaps(Long.MAX_VALUE);
        Findings found = heaps.findings(dumps(27), Task.UNWATCHED);
        assertEquals(1, heaps.loaded());
        assertTrue(found.diff().orElseThrow().newObjects().size() > 0);
    }

    @Test
    void eachDumpIsReadOnce() throws Exception {
        List<DumpFile> two = dumps(32);
        List<DumpFile> other = dumps(33);
        List<DumpFile> three = List.of(two.get(0), other.get(0), two.get(1));
        for (List<DumpFile> dumps : List.of(two, three)) {
            Readings readings = new Readings();
            Findings found = new Heaps(Long.MAX_VALUE).findings(
                Recipes.of(Recipe.Subject.SUSPECTS, dumps, "", ViewBudget.DEFAULT), dumps, readings);
            assertTrue(found.found(Suspects.class).isPresent());
            assertEquals(dumps.size(), readings.readings.size(), readings.readings.toString());
            assertEquals(dumps.size(), new HashSet<>(readings.readings).size(), readings.readings.toString());
        }
    }

    @Test
    void whileOneDumpIsLoadedWhatIsThereIsThereAtOnceAndWhoWaitsCanGiveUp() throws Exception {
        Heaps heaps = new Heaps(Long.MAX_VALUE);
        List<DumpFile> known = dumps(34);
        List<DumpFile> slow = dumps(35);
        Findings found = heaps.findings(known, Task.UNWATCHED);
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Thread loading = new Thread(() -> assertDoesNotThrow(() -> heaps.findings(slow, new Task() {
            @Override
            public void phase(String name, long total) {
                reading.countDown();
                assertDoesNotThrow(() -> goOn.await());
            }

            @Override
            public void done(long steps) {
            }
        })));
        loading.start();
        try {
            assertTrue(reading.await(60, TimeUnit.SECONDS));
            assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
                assertSame(found, heaps.findings(known, Task.UNWATCHED));
                assertTrue(heaps.loaded() > 0);
                TicketTask givenUp = new TicketTask();
                givenUp.cancel();
                assertThrows(CancelledException.class, () -> heaps.findings(dumps(36), givenUp));
            });
        } finally {
            goOn.countDown();
            loading.join();
        }
        assertTrue(heaps.findings(slow, Task.UNWATCHED).diff().isPresent());
    }

    @Test
    void growthAndSuspectsFindWhatTheyNeed() throws Exception {
        List<DumpFile> two = dumps(31);
        List<DumpFile> three = List.of(two.get(0), two.get(0), two.get(1));
        WorkspaceHeap growth = opened(Recipe.Subject.GROWTH, three);
        assertEquals(3, growth.loaded().orElseThrow().growth().orElseThrow().dumps().size());
        WorkspaceHeap suspects = opened(Recipe.Subject.SUSPECTS, two);
        assertTrue(suspects.loaded().orElseThrow().found(Suspects.class).isPresent());
    }
}
