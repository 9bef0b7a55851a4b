package io.github.memdump.gephi.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ProcessStateTest {
    private final FakeRubyProcesses rubies = new FakeRubyProcesses();

    @Test
    void withoutRbtraceInTheProcessThereIsAdviceAndNothingElse() {
        ProcessState standing = ProcessState.of(FakeRubyProcesses.JOBS);
        assertTrue(standing.needsAdvice());
        assertFalse(standing.mayDump());
        assertFalse(standing.mayTrace());
        assertTrue(standing.sentence().startsWith("jobs (4712) has not loaded rbtrace"), standing.sentence());
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
        ProcessState untraced = ProcessQuery.ask(rubies, FakeRubyProcesses.SHOP, false);
        assertTrue(untraced.mayTrace());
        assertTrue(untraced.sentence().contains("tracing is off"), untraced.sentence());
        ProcessState traced = ProcessQuery.ask(rubies, FakeRubyProcesses.SHOP, true);
        assertFalse(traced.mayTrace());
        assertTrue(traced.mayDump());
        assertTrue(traced.sentence().contains("3.1.2 with about 60,000 objects. Allocation tracing is on"),
            traced.sentence());
        assertEquals(List.of("ask 4711", "trace 4711", "ask 4711"), rubies.asked);
    }

    @Test
    void withoutTheProgramNobodyIsAsked() {
        rubies.hasProgram = false;
        ProcessState standing = ProcessQuery.ask(rubies, FakeRubyProcesses.SHOP, false);
        assertTrue(standing.needsAdvice());
        assertTrue(standing.sentence().contains("gem install rbtrace"), standing.sentence());
        assertEquals(List.of(), rubies.asked);
    }

    @Test
    void aProcessThatIsSilentMayBeTriedAgain() {
        rubies.refusal = "Process 4711 does not react.";
        ProcessState standing = ProcessQuery.ask(rubies, FakeRubyProcesses.SHOP, false);
        assertEquals("Process 4711 does not react.", standing.sentence());
        assertTrue(standing.mayDump());
        assertFalse(standing.mayTrace());
        assertFalse(standing.needsAdvice());
    }
}
