package io.github.memdump.gephi.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.task.CancelledException;
import java.awt.EventQueue;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openide.awt.NotificationDisplayer;

final class BackgroundTest {
    @BeforeEach
    void nothingYet() {
        RecordedNotifications.clear();
    }

    @Test
    void workThatFailsCanBeTriedAgain() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        CountDownLatch second = new CountDownLatch(1);
        Background.run("Reading a.json", task -> {
            if (tries.incrementAndGet() == 1) {
                throw new IOException("a.json <is> gone.");
            }
            second.countDown();
        });
        RecordedNotifications.Shown shown = RecordedNotifications.next();
        assertEquals("Reading a.json: failed", shown.title);
        assertEquals("a.json <is> gone.", shown.text);
        assertEquals(NotificationDisplayer.Priority.HIGH, shown.priority);
        assertEquals(List.of("Try again"), shown.labels());
        EventQueue.invokeAndWait(shown.buttons.get(0)::doClick);
        assertTrue(second.await(20, TimeUnit.SECONDS), "it was not tried again");
    }

    @Test
    void itsOwnWaysOutComeInTheirOrder() throws Exception {
        CountDownLatch taken = new CountDownLatch(1);
        Background.run("Dump", task -> {
            throw new IOException("no");
        }, Remedy.of("&First", taken::countDown), Remedy.of("Second", () -> { }));
        RecordedNotifications.Shown shown = RecordedNotifications.next();
        assertEquals(List.of("First", "Second"), shown.labels());
        EventQueue.invokeAndWait(shown.buttons.get(0)::doClick);
        assertTrue(taken.await(20, TimeUnit.SECONDS), "the way out was not taken");
    }

    @Test
    void whatTheUserCancelledIsNoFailure() throws Exception {
        CountDownLatch ran = new CountDownLatch(1);
        Background.run("Reading", task -> {
            ran.countDown();
            throw new CancelledException();
        });
        assertTrue(ran.await(20, TimeUnit.SECONDS));
        Background.run("Reading more", task -> {
            throw new IOException("This comes after it.");
        });
        assertEquals("Reading more: failed", RecordedNotifications.next().title);
        assertTrue(RecordedNotifications.isEmpty());
    }

    @Test
    void aRemarkIsNoError() throws Exception {
        Messages.remark("Colour by class", "There is no column class.");
        RecordedNotifications.Shown shown = RecordedNotifications.next();
        assertEquals("Colour by class", shown.title);
        assertEquals(NotificationDisplayer.Priority.NORMAL, shown.priority);
        assertFalse(shown.text.isEmpty());
    }
}
