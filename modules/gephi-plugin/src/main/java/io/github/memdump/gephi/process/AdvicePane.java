package io.github.memdump.gephi.process;

import io.github.memdump.gephi.task.Messages;
import io.github.memdump.live.Advice;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Font;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.util.Locale;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import org.openide.awt.Mnemonics;
import org.openide.util.NbBundle;

/** What to add to an application so that it can be dumped, to be copied. */
final class AdvicePane extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final int GAP = 6;
    private static final int ROWS = 5;
    private static final int COLUMNS = 70;

    private final JComboBox<Advice> kinds = new JComboBox<>(Advice.values());
    private final JTextArea lines = new JTextArea(ROWS, COLUMNS);

    AdvicePane() {
        super(new BorderLayout(GAP, GAP));
        kinds.setName("memdump.advice");
        kinds.setRenderer(new DefaultListCellRenderer() {
            private static final long serialVersionUID = 1L;

            @Override
            public Component getListCellRendererComponent(JList<?> list, Object value, int index, boolean selected,
                    boolean focused) {
                return super.getListCellRendererComponent(list,
                    text("Advice." + ((Advice) value).name().toLowerCase(Locale.ROOT)), index, selected, focused);
            }
        });
        kinds.addActionListener(event -> show((Advice) kinds.getSelectedItem()));
        lines.setEditable(false);
        lines.setLineWrap(true);
        lines.setFont(new Font(Font.MONOSPACED, Font.PLAIN, lines.getFont().getSize()));
        lines.getAccessibleContext().setAccessibleName(text("AdvicePane.lines"));
        JLabel label = new JLabel();
        Mnemonics.setLocalizedText(label, text("AdvicePane.kinds"));
        label.setLabelFor(kinds);
        JButton copy = new JButton();
        Mnemonics.setLocalizedText(copy, text("AdvicePane.copy"));
        copy.addActionListener(event -> copy());
        JPanel top = new JPanel(new BorderLayout(GAP, GAP));
        top.add(label, BorderLayout.LINE_START);
        top.add(kinds);
        top.add(copy, BorderLayout.LINE_END);
        add(top, BorderLayout.PAGE_START);
        add(new JScrollPane(lines));
        show(Advice.LOAD);
    }

    private void show(Advice advice) {
        lines.setText(advice.lines().stripTrailing());
        lines.setCaretPosition(0);
    }

    private void copy() {
        Advice advice = (Advice) kinds.getSelectedItem();
        Toolkit.getDefaultToolkit().getSystemClipboard().setContents(new StringSelection(advice.lines()), null);
        Messages.status(text("AdvicePane.copied"));
    }

    private static String text(String key) {
        return NbBundle.getMessage(AdvicePane.class, key);
    }
}
