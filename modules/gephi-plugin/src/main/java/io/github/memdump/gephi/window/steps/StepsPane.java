package io.github.memdump.gephi.window.steps;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.GridLayout;
import java.awt.Insets;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.DefaultListCellRenderer;
import javax.swing.DefaultListModel;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.UIManager;
import org.openide.awt.Mnemonics;
import org.openide.util.NbBundle;

/** What the tab "Steps" looks like. */
final class StepsPane extends JPanel {
    private static final long serialVersionUID = 1L;

    private final DefaultListModel<String> lines = new DefaultListModel<>();
    private final JList<String> list = new JList<>(lines);
    private final JTextArea command = new JTextArea();
    private final JButton undo;
    private final JButton repeat;
    private final JButton copy;

    StepsPane(Runnable undoing, Runnable repeating, Runnable copying) {
        super(new BorderLayout());
        undo = button("undo", undoing);
        repeat = button("repeat", repeating);
        copy = button("copy", copying);
        list.setName("memdump.steps");
        list.getAccessibleContext().setAccessibleName(text("list"));
        list.setCellRenderer(new LineRenderer());
        // Narrow cells grow to the width of the list: what is longer ends in dots.
        list.setFixedCellWidth(1);
        JScrollPane scroll = new JScrollPane(list);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        add(scroll, BorderLayout.CENTER);
        add(below(), BorderLayout.SOUTH);
    }

    private JPanel below() {
        JPanel buttons = new JPanel(new GridLayout(0, 1, 0, 4));
        buttons.add(undo);
        buttons.add(repeat);
        JLabel heading = new JLabel();
        Mnemonics.setLocalizedText(heading, text("command"));
        heading.setLabelFor(command);
        heading.setBorder(BorderFactory.createEmptyBorder(6, 0, 2, 0));
        command.setName("memdump.steps.command");
        command.setEditable(false);
        command.setLineWrap(true);
        command.setRows(3);
        JPanel line = new JPanel(new BorderLayout(0, 4));
        line.add(heading, BorderLayout.NORTH);
        line.add(new JScrollPane(command), BorderLayout.CENTER);
        line.add(copy, BorderLayout.SOUTH);
        JPanel below = new JPanel(new BorderLayout());
        below.setBorder(BorderFactory.createEmptyBorder(4, 4, 4, 4));
        below.add(buttons, BorderLayout.NORTH);
        below.add(line, BorderLayout.CENTER);
        return below;
    }

    private static JButton button(String key, Runnable work) {
        JButton button = new JButton();
        Mnemonics.setLocalizedText(button, text(key));
        button.setToolTipText(text(key + ".hint"));
        button.setName("steps." + key);
        button.setMargin(new Insets(2, 4, 2, 4));
        button.addActionListener(event -> work.run());
        return button;
    }

    /** Shows the lines of a recipe, the subject first, and its command or why there is none. */
    void show(List<String> shown, String words, boolean isCommand) {
        lines.clear();
        shown.forEach(lines::addElement);
        list.ensureIndexIsVisible(lines.size() - 1);
        command.setText(words);
        // A path has no spaces to be parted at.
        command.setWrapStyleWord(!isCommand);
        command.setCaretPosition(0);
        command.setFont(UIManager.getFont(isCommand ? "TextArea.font" : "Label.font"));
        undo.setEnabled(shown.size() > 1);
        repeat.setEnabled(!shown.isEmpty());
        copy.setEnabled(isCommand);
    }

    private static String text(String key) {
        return NbBundle.getMessage(StepsPane.class, "StepsPane." + key);
    }

    /** Numbers the steps; what is too long for the window is told in the tool tip. */
    private static final class LineRenderer extends DefaultListCellRenderer {
        private static final long serialVersionUID = 1L;

        @Override
        public Component getListCellRendererComponent(JList<?> of, Object value, int index, boolean selected,
            boolean focused) {
            Component cell = super.getListCellRendererComponent(of, index == 0 ? value : index + ". " + value, index,
                selected, focused);
            ((JComponent) cell).setToolTipText(value.toString());
            ((JComponent) cell).setBorder(BorderFactory.createEmptyBorder(3, index == 0 ? 4 : 12, 3, 4));
            return cell;
        }
    }
}
