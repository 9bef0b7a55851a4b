package io.github.memdump.gephi.window.histogram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.Grouping;
import io.github.memdump.gephi.heap.DumpFile;
import io.github.memdump.gephi.heap.Heaps;
import io.github.memdump.gephi.task.TicketTask;
import io.github.memdump.testing.RandomHeap;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HistogramsTest {
    @TempDir
    private Path folder;

    private List<DumpFile> dumps(long seed) throws Exception {
        RandomHeap heap = RandomHeap.ofSeed(seed);
        return List.of(DumpFile.of(heap.before().writeTo(folder.resolve(seed + "-before.json"))),
            DumpFile.of(heap.after().writeTo(folder.resolve(seed + "-after.json"))));
    }

    private static int figures(Findings findings, List<DumpFile> dumps) {
        return Histograms.of(findings, dumps, new TicketTask()).rows(findings, Grouping.CLASS, new TicketTask())
            .figures().size();
    }

    @Test
    void theEarlierDumpIsComparedWith() throws Exception {
        List<DumpFile> dumps = dumps(51);
        Findings findings = Heaps.shared().findings(dumps, new TicketTask());
        assertEquals(Figure.values().length, figures(findings, dumps));
        assertEquals(Optional.empty(), Histograms.problem(findings));
    }

    @Test
    void anEarlierDumpThatIsGoneIsToldInWordsAndTheRestIsThere() throws Exception {
        List<DumpFile> dumps = dumps(52);
        // Its heap alone: the earlier one was never in memory.
        Findings findings = Heaps.shared().findings(dumps.subList(1, 2), new TicketTask());
        Files.delete(dumps.get(0).path());
        assertTrue(figures(findings, dumps) < Figure.values().length);
        String problem = Histograms.problem(findings).orElseThrow();
        assertTrue(problem.contains("52-before.json"), problem);
        assertFalse(problem.contains("Exception"), problem);
    }
}
