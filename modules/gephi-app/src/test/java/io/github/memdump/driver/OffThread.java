package io.github.memdump.driver;

import java.awt.EventQueue;
import java.util.Arrays;
import javax.swing.JComponent;
import javax.swing.RepaintManager;

/** Watches whether code of the plugin changes what is on the screen from another thread than the event thread. */
final class OffThread extends RepaintManager {
    private static final String OURS = "io.github.memdump.gephi";

    private static volatile String violation = "";

    /** Begins to watch. */
    static void watch() {
        EventQueue.invokeLater(() -> setCurrentManager(new OffThread()));
    }

    /** Fails if something was changed from another thread. */
    static void expectNone() {
        if (!violation.isEmpty()) {
            throw new AssertionError("changed outside the event thread: " + violation);
        }
    }

    @Override
    public void addInvalidComponent(JComponent component) {
        check(component);
        super.addInvalidComponent(component);
    }

    @Override
    public void addDirtyRegion(JComponent component, int x, int y, int width, int height) {
        check(component);
        super.addDirtyRegion(component, x, y, width, height);
    }

    private static void check(JComponent component) {
        if (EventQueue.isDispatchThread() || !component.isShowing()) {
            return;
        }
        StackTraceElement[] stack = Thread.currentThread().getStackTrace();
        boolean isOurs = Arrays.stream(stack).anyMatch(frame -> frame.getClassName().startsWith(OURS));
        // Swing lets any thread ask for a repaint.
        boolean isRepaint = Arrays.stream(stack).anyMatch(frame -> frame.getMethodName().equals("repaint"));
        if (isOurs && !isRepaint) {
            violation = Arrays.toString(stack);
        }
    }
}
