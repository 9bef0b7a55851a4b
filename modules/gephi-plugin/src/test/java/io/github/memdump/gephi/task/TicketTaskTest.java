package io.github.memdump.gephi.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.memdump.task.CancelledException;
import java.util.ArrayList;
import java.util.List;
import org.gephi.utils.progress.ProgressTicket;
import org.junit.jupiter.api.Test;

final class TicketTaskTest {
    private final TicketTask task = new TicketTask();
    private final Recorded ticket = new Recorded();

    @Test
    void showsPhasesAndPercent() {
        task.setProgressTicket(ticket);
        task.phase("Reading", 1_000);
        task.done(250);
        task.done(1);
        task.done(749);
        task.phase("Counting", 0);
        task.done(5);
        assertEquals(List.of("name Reading", "determinate 100", "25", "100", "name Counting", "start",
            "indeterminate"), ticket.calls);
    }

    @Test
    void moreStepsThanAnnouncedStayAtAHundred() {
        task.setProgressTicket(ticket);
        task.phase("Reading", 10);
        task.done(Long.MAX_VALUE / 1_000);
        assertEquals("100", ticket.calls.get(ticket.calls.size() - 1));
    }

    @Test
    void countsOnWithoutATicketAndShowsItToOneThatComesLater() {
        task.phase("Reading", 10);
        task.done(4);
        task.setProgressTicket(ticket);
        task.done(3);
        task.setProgressTicket(null);
        task.done(3);
        assertEquals(List.of("70"), ticket.calls);
    }

    @Test
    void onceCancelledItStops() {
        task.phase("Reading", 10);
        task.cancel();
        assertThrows(CancelledException.class, () -> task.done(1));
        assertThrows(CancelledException.class, () -> task.phase("Counting", 1));
    }

    private static final class Recorded implements ProgressTicket {
        private final List<String> calls = new ArrayList<>();

        @Override
        public void finish() {
            calls.add("finish");
        }

        @Override
        public void finish(String message) {
            calls.add("finish");
        }

        @Override
        public void progress() {
            calls.add("+1");
        }

        @Override
        public void progress(int unit) {
            calls.add(Integer.toString(unit));
        }

        @Override
        public void progress(String message) {
            calls.add(message);
        }

        @Override
        public void progress(String message, int unit) {
            calls.add(message);
        }

        @Override
        public String getDisplayName() {
            return "";
        }

        @Override
        public void setDisplayName(String name) {
            calls.add("name " + name);
        }

        @Override
        public void start() {
            calls.add("start");
        }

        @Override
        public void start(int units) {
            calls.add("start");
        }

        @Override
        public void switchToDeterminate(int units) {
            calls.add("determinate " + units);
        }

        @Override
        public void switchToIndeterminate() {
            calls.add("indeterminate");
        }
    }
}
