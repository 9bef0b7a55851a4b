package io.github.memdump.gephi.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.live.RubyProcess;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ProcessListTest {
    private final ProcessList list = new ProcessList();

    @BeforeEach
    void two() {
        list.update(List.of(FakeRubyProcesses.SHOP, FakeRubyProcesses.JOBS));
    }

    @Test
    void findsByCommandInAnyCaseAndByTheBeginningOfTheNumber() {
        list.search(" SHOP ");
        assertEquals(List.of(FakeRubyProcesses.SHOP), list.shown());
        list.search("4712");
        assertEquals(List.of(FakeRubyProcesses.JOBS), list.shown());
        list.search("471");
        assertEquals(2, list.shown().size());
        list.search("712");
        assertTrue(list.shown().isEmpty());
    }

    @Test
    void theChosenOneStaysChosenWhileItRunsAndShows() {
        list.choose(FakeRubyProcesses.SHOP);
        list.update(List.of(FakeRubyProcesses.JOBS, FakeRubyProcesses.SHOP));
        assertEquals(Optional.of(FakeRubyProcesses.SHOP), list.chosen());
        list.search("jobs");
        assertEquals(Optional.empty(), list.chosen());
        list.search("");
        assertEquals(Optional.of(FakeRubyProcesses.SHOP), list.chosen());
        list.update(List.of(FakeRubyProcesses.JOBS));
        assertEquals(Optional.empty(), list.chosen());
    }

    @Test
    void anotherProcessOfTheSameNumberIsNotTheChosenOne() {
        list.choose(FakeRubyProcesses.SHOP);
        list.update(List.of(new ProcessRow(FakeRubyProcesses.SHOP.pid(), "shop", "ruby shop.rb", OptionalLong.empty(),
            Optional.of(Instant.ofEpochSecond(1)), RubyProcess.Tracing.LOADED, "shopkeeper", OptionalLong.empty())));
        assertEquals(Optional.empty(), list.chosen());
    }

    @Test
    void proposesTheWantedOneOrTheOnlyOneOrTheOnlyOneThatAnswers() {
        assertEquals(Optional.of(FakeRubyProcesses.JOBS), list.proposed(4712));
        assertEquals(Optional.of(FakeRubyProcesses.SHOP), list.proposed(-1));
        list.update(List.of(FakeRubyProcesses.JOBS));
        assertEquals(Optional.of(FakeRubyProcesses.JOBS), list.proposed(-1));
        list.update(List.of(FakeRubyProcesses.SHOP, FakeRubyProcesses.row(1, "other", RubyProcess.Tracing.LOADED)));
        assertEquals(Optional.empty(), list.proposed(-1));
    }
}
