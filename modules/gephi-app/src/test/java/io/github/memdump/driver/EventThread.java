package io.github.memdump.driver;

import java.awt.EventQueue;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Watches the event thread: whether our code holds it up for long. */
final class EventThread {
    private static final long PATIENCE_SECONDS = 4;
    private static final String OURS = "io.github.memdump.gephi";

    private static volatile String heldUpBy = "";

    private EventThread() {
    }

    /** Begins to watch until the program ends. */
    static void watch() {
        Thread watch = new Thread(EventThread::run, "Event thread watch");
        watch.setDaemon(true);
        watch.start();
    }

    /** Fails if the event thread was held up by code of the plugin. */
    static void expectFree() {
        if (!heldUpBy.isEmpty()) {
            throw new AssertionError("the event thread was held up: " + heldUpBy);
        }
    }

    private static void run() {
        try {
            while (true) {
                CountDownLatch free = new CountDownLatch(1);
                EventQueue.invokeLater(free::countDown);
                if (!free.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    look();
                    free.await();
                }
                Thread.sleep(100);
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private static void look() {
        Thread.getAllStackTraces().forEach((thread, stack) -> {
            boolean isOurs = Arrays.stream(stack).anyMatch(frame -> frame.getClassName().startsWith(OURS));
            // The platform reads the first SVG icon, whoever's it is, for a second or two.
            boolean isIcon = Arrays.stream(stack).anyMatch(frame -> frame.getClassName().contains("openide.util.svg"));
            if (thread.getName().startsWith("AWT-EventQueue") && isOurs && !isIcon) {
                heldUpBy = Arrays.toString(stack);
            }
        });
    }
}
