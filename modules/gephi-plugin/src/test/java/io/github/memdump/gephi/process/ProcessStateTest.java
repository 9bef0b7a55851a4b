package io.github.memdump.gephi.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.live.Approach;
import io.github.memdump.live.Way;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ProcessStateTest {
    private final FakeRubyProcesses rubies = new FakeRubyProcesses();

    private ProcessState ask(ProcessRow row, boolean tracing) {
        return ProcessQuery.ask(rubies, row, Approach.usual(), tracing);
    }

    @Test
    void aProcessThatNobodyPreparedMayBeDumpedAndTracedAndIsNotAskedByLooking() {
        rubies.ways = List.of(Way.ATTACH);
        ProcessState standing = ask(FakeRubyProcesses.JOBS, false);
        assertTrue(standing.mayDump());
        assertTrue(standing.mayTrace());
        assertFalse(standing.needsAdvice());
        assertTrue(standing.sentence().startsWith("jobs (4712) is not prepared"), standing.sentence());
        assertEquals(List.of(), rubies.asked);
    }

    @Test
    void beforeTheAnswerADumpMayBeTried() {
        ProcessState standing = ProcessState.of(FakeRubyProcesses.SHOP);
        assertTrue(standing.mayDump());
        assertFalse(standing.mayTrace());
        assertFalse(standing.needsAdvice());
    }

    @Test
    void theAnswerTellsWhetherAllocationsAreTraced() {
        ProcessState untraced = ask(FakeRubyProcesses.SHOP, false);
        assertTrue(untraced.mayTrace());
        assertTrue(untraced.sentence().contains("tracing is off"), untraced.sentence());
        ProcessState traced = ask(FakeRubyProcesses.SHOP, true);
        assertFalse(traced.mayTrace());
        assertTrue(traced.mayDump());
        assertTrue(traced.sentence().contains("3.1.2 with about 60,000 objects. Allocation tracing is on"),
            traced.sentence());
        assertEquals(List.of("ask 4711", "trace 4711"), rubies.asked);
    }

    @Test
    void whereThereIsNoWayTheReasonIsSaidAndWhatToPrepare() {
        rubies.ways = List.of();
        ProcessState standing = ask(FakeRubyProcesses.SHOP, false);
        assertTrue(standing.needsAdvice());
        assertFalse(standing.mayDump());
        assertFalse(standing.mayTrace());
        assertEquals("Process 4711 is stopped.", standing.sentence());
        assertEquals(List.of(), rubies.asked);
    }

    @Test
    void aProcessThatIsSilentMayBeTriedAgain() {
        rubies.refusal = "Process 4711 does not react.";
        ProcessState standing = ask(FakeRubyProcesses.SHOP, false);
        assertEquals("Process 4711 does not react.", standing.sentence());
        assertTrue(standing.mayDump());
        assertFalse(standing.mayTrace());
        assertFalse(standing.needsAdvice());
    }
}
