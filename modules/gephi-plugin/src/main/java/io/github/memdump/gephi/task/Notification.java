package io.github.memdump.gephi.task;

import java.awt.Component;
import java.awt.EventQueue;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.Icon;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import org.openide.awt.Mnemonics;
import org.openide.awt.NotificationDisplayer;
import org.openide.util.ImageUtilities;

/** A balloon over the status bar: what happened in the background, and buttons for what to do next. */
final class Notification {
    private static final int GAP = 6;
    private static final int WIDTH = 340;
    private static final String ICONS = "io/github/memdump/gephi/task/";

    private Notification() {
    }

    /** Shows an error; from any thread, returns at once. */
    static void error(String title, String text, List<WayOut> ways) {
        show(title, "error.png", text, ways, NotificationDisplayer.Priority.HIGH,
            NotificationDisplayer.Category.ERROR);
    }

    /** Shows something worth knowing; from any thread, returns at once. */
    static void remark(String title, String text, List<WayOut> ways) {
        show(title, "remark.png", text, ways, NotificationDisplayer.Priority.NORMAL,
            NotificationDisplayer.Category.INFO);
    }

    private static void show(String title, String icon, String text, List<WayOut> ways,
            NotificationDisplayer.Priority priority, NotificationDisplayer.Category category) {
        EventQueue.invokeLater(() -> {
            Icon image = ImageUtilities.loadImageIcon(ICONS + icon, false);
            NotificationDisplayer.getDefault().notify(title, image, content(text, ways), content(text, ways), priority,
                category);
        });
    }

    private static JComponent content(String text, List<WayOut> ways) {
        JPanel panel = new JPanel();
        panel.setLayout(new BoxLayout(panel, BoxLayout.PAGE_AXIS));
        panel.setOpaque(false);
        JLabel label = new JLabel("<html><body style='width:" + WIDTH + "px'>" + escaped(text));
        label.setAlignmentX(Component.LEFT_ALIGNMENT);
        label.setBorder(BorderFactory.createEmptyBorder(GAP, 0, GAP, 0));
        panel.add(label);
        Box buttons = Box.createHorizontalBox();
        buttons.setAlignmentX(Component.LEFT_ALIGNMENT);
        for (WayOut way : ways) {
            buttons.add(button(way));
            buttons.add(Box.createHorizontalStrut(GAP));
        }
        panel.add(buttons);
        return panel;
    }

    private static JButton button(WayOut way) {
        JButton button = new JButton();
        Mnemonics.setLocalizedText(button, way.label());
        button.addActionListener(event -> {
            // The balloon goes with the click; a modal dialog must not keep it there.
            SwingUtilities.invokeLater(way::take);
        });
        return button;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\n", "<br>");
    }
}
