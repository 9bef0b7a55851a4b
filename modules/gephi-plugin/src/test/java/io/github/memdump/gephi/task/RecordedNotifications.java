package io.github.memdump.gephi.task;

import java.awt.Component;
import java.awt.Container;
import java.awt.event.ActionListener;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.swing.Icon;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JTextArea;
import org.openide.awt.Notification;
import org.openide.awt.NotificationDisplayer;
import org.openide.util.lookup.ServiceProvider;

/** Keeps notifications instead of showing them; there is no screen. */
@ServiceProvider(service = NotificationDisplayer.class)
public final class RecordedNotifications extends NotificationDisplayer {
    private static final BlockingQueue<Shown> SHOWN = new LinkedBlockingQueue<>();

    /** What would be shown. */
    static final class Shown {
        final String title;
        final Priority priority;
        final String text;
        final List<JButton> buttons = new ArrayList<>();

        Shown(String title, Priority priority, Container content) {
            this.title = title;
            this.priority = priority;
            List<JTextArea> texts = new ArrayList<>();
            collect(content, texts);
            text = texts.get(0).getText();
        }

        private void collect(Container of, List<JTextArea> texts) {
            for (Component part : of.getComponents()) {
                if (part instanceof JButton) {
                    buttons.add((JButton) part);
                } else if (part instanceof JTextArea) {
                    texts.add((JTextArea) part);
                } else if (part instanceof Container) {
                    collect((Container) part, texts);
                }
            }
        }

        List<String> labels() {
            List<String> labels = new ArrayList<>();
            buttons.forEach(button -> labels.add(button.getText()));
            return labels;
        }
    }

    /** Forgets what came. */
    public static void clear() {
        SHOWN.clear();
    }

    /** Returns whether nothing came. */
    public static boolean isEmpty() {
        return SHOWN.isEmpty();
    }

    /** Returns the text of the next notification, which may be on its way. */
    public static String nextText() throws InterruptedException {
        return next().text;
    }

    static Shown next() throws InterruptedException {
        Shown shown = SHOWN.poll(20, TimeUnit.SECONDS);
        if (shown == null) {
            throw new AssertionError("no notification came");
        }
        return shown;
    }

    @Override
    public Notification notify(String title, Icon icon, String detailsText, ActionListener detailsAction,
            Priority priority) {
        throw new AssertionError("a notification without ways out: " + title);
    }

    @Override
    public Notification notify(String title, Icon icon, JComponent balloonDetails, JComponent popupDetails,
            Priority priority) {
        SHOWN.add(new Shown(title, priority, balloonDetails));
        return new Notification() {
            @Override
            public void clear() {
                SHOWN.clear();
            }
        };
    }
}
