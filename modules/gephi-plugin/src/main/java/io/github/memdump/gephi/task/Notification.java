package io.github.memdump.gephi.task;

import java.awt.Component;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.GraphicsEnvironment;
import java.util.List;
import java.util.stream.Collectors;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.Icon;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.SwingUtilities;
import org.openide.awt.Mnemonics;
import org.openide.awt.NotificationDisplayer;
import org.openide.util.ImageUtilities;
import org.openide.windows.WindowManager;

/** A balloon over the status bar: what happened in the background, and buttons for what to do next. */
final class Notification {
    private static final int GAP = 6;
    private static final int WIDEST = 360;
    private static final int NARROWEST = 170;
    /** The part of Gephi's window that the column at the right takes, and what a balloon needs around its text. */
    private static final double COLUMN = 0.17;
    private static final int FRAME = 60;
    private static final String ICONS = "io/github/memdump/gephi/task/";

    private Notification() {
    }

    /** Shows an error; from any thread, returns at once. */
    static void error(String title, String text, List<Remedy> ways) {
        show(title, "error.png", text, ways, NotificationDisplayer.Priority.HIGH,
            NotificationDisplayer.Category.ERROR);
    }

    /** Shows something worth knowing; from any thread, returns at once. */
    static void remark(String title, String text, List<Remedy> ways) {
        show(title, "remark.png", text, ways, NotificationDisplayer.Priority.NORMAL,
            NotificationDisplayer.Category.INFO);
    }

    private static void show(String title, String icon, String text, List<Remedy> ways,
            NotificationDisplayer.Priority priority, NotificationDisplayer.Category category) {
        EventQueue.invokeLater(() -> {
            Icon image = ImageUtilities.loadImageIcon(ICONS + icon, false);
            NotificationDisplayer.getDefault().notify(title, image, content(text, ways), content(text, ways), priority,
                category);
        });
    }

    private static JComponent content(String text, List<Remedy> ways) {
        int width = width();
        JPanel panel = new JPanel();
        panel.setLayout(new BoxLayout(panel, BoxLayout.PAGE_AXIS));
        panel.setOpaque(false);
        JTextArea words = new JTextArea(text);
        words.setEditable(false);
        words.setFocusable(false);
        words.setOpaque(false);
        words.setLineWrap(true);
        words.setWrapStyleWord(true);
        words.setFont(new JLabel().getFont());
        words.setBorder(BorderFactory.createEmptyBorder(GAP, 0, GAP, 0));
        words.setAlignmentX(Component.LEFT_ALIGNMENT);
        words.setSize(width, Short.MAX_VALUE);
        words.setPreferredSize(new Dimension(width, words.getPreferredSize().height));
        panel.add(words);
        panel.add(row(ways, width));
        return panel;
    }

    /** The graph, which is drawn by the graphics card, would paint over what hangs out of the column at its side. */
    private static int width() {
        Frame window = GraphicsEnvironment.isHeadless() ? null : WindowManager.getDefault().getMainWindow();
        return window == null ? WIDEST
            : (int) Math.max(NARROWEST, Math.min(WIDEST, window.getWidth() * COLUMN - FRAME));
    }

    /** Returns the buttons side by side, or one below the other where there is no room. */
    private static JComponent row(List<Remedy> ways, int width) {
        List<JButton> buttons = ways.stream().map(Notification::button).collect(Collectors.toList());
        int together = buttons.stream().mapToInt(button -> button.getPreferredSize().width + GAP).sum();
        boolean isRow = together <= width + GAP;
        Box box = isRow ? Box.createHorizontalBox() : Box.createVerticalBox();
        box.setAlignmentX(Component.LEFT_ALIGNMENT);
        for (JButton button : buttons) {
            box.add(button);
            box.add(isRow ? Box.createHorizontalStrut(GAP) : Box.createVerticalStrut(GAP));
        }
        return box;
    }

    private static JButton button(Remedy way) {
        JButton button = new JButton();
        Mnemonics.setLocalizedText(button, way.label());
        button.addActionListener(event -> {
            // The balloon goes with the click; a modal dialog must not keep it there.
            SwingUtilities.invokeLater(way::take);
        });
        return button;
    }
}
