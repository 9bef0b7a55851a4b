package io.github.memdump.gephi.process;

import io.github.memdump.live.Way;
import java.awt.BorderLayout;
import java.awt.CardLayout;
import java.awt.Dimension;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import javax.swing.AbstractButton;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import org.openide.awt.Mnemonics;
import org.openide.util.NbBundle;

/** The fields of the dialog about running processes, laid out; what they do is {@link ProcessDialog}'s. */
final class ProcessPanel extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final int GAP = 6;
    private static final int LINES = 4;
    private static final String FORM = "form";
    private static final String ADVICE = "advice";

    final JTextField search = new JTextField();
    final JButton refresh = button(new JButton(), "ProcessPanel.refresh");
    final JTextArea standing = new JTextArea(LINES, 0);
    final JButton trace = button(new JButton(), "ProcessPanel.trace");
    final JTextField target = new JTextField();
    final JButton browse = button(new JButton(), "ProcessPanel.browse");
    final JCheckBox garbage = button(new JCheckBox(), "ProcessPanel.garbage");
    final JComboBox<String> via = new JComboBox<>();
    final JCheckBox fork = button(new JCheckBox(), "ProcessPanel.fork");
    final JCheckBox full = button(new JCheckBox(), "ProcessPanel.full");
    final JCheckBox gzip = button(new JCheckBox(), "ProcessPanel.gzip");
    final JCheckBox compare = button(new JCheckBox(), "ProcessPanel.compare");
    private final JPanel cards = new JPanel(new CardLayout());

    ProcessPanel(ProcessTable table) {
        super(new GridBagLayout());
        setBorder(BorderFactory.createEmptyBorder(2 * GAP, 2 * GAP, GAP, 2 * GAP));
        search.setName("memdump.processSearch");
        target.setName("memdump.target");
        search.putClientProperty("JTextField.placeholderText", text("ProcessPanel.search.empty"));
        search.putClientProperty("JTextField.showClearButton", Boolean.TRUE);
        standing.setEditable(false);
        standing.setFocusable(false);
        standing.setOpaque(false);
        standing.setLineWrap(true);
        standing.setWrapStyleWord(true);
        standing.setFont(new JLabel().getFont());
        standing.setBorder(BorderFactory.createEmptyBorder());
        cards.add(form(), FORM);
        cards.add(new AdvicePane(), ADVICE);
        row(0, label("ProcessPanel.search", search), search, label("ProcessPanel.via", via), via, refresh);
        JScrollPane scroll = new JScrollPane(table);
        scroll.setMinimumSize(new Dimension(0, scroll.getPreferredSize().height / 2));
        fill(1, scroll, 1);
        JPanel state = new JPanel(new BorderLayout(GAP, GAP));
        state.add(standing);
        JPanel button = new JPanel(new BorderLayout());
        button.add(trace, BorderLayout.PAGE_START);
        state.add(button, BorderLayout.LINE_END);
        fill(2, state, 0);
        fill(3, cards, 0);
    }

    private JComponent form() {
        JPanel form = new JPanel(new BorderLayout(GAP, GAP));
        JPanel file = new JPanel(new BorderLayout(GAP, GAP));
        file.add(label("ProcessPanel.target", target), BorderLayout.LINE_START);
        file.add(target);
        file.add(browse, BorderLayout.LINE_END);
        Box options = Box.createVerticalBox();
        for (JCheckBox box : new JCheckBox[] {garbage, fork, gzip, full, compare}) {
            options.add(box);
        }
        compare.setVisible(false);
        via.addItem(text("ProcessPanel.via.any"));
        for (Way way : Way.values()) {
            via.addItem(text("ProcessPanel.via." + way));
        }
        via.setName("memdump.via");
        fork.setToolTipText(text("ProcessPanel.fork.hint"));
        garbage.setToolTipText(text("ProcessPanel.garbage.hint"));
        full.setToolTipText(text("ProcessPanel.full.hint"));
        gzip.setToolTipText(text("ProcessPanel.gzip.hint"));
        form.add(file, BorderLayout.PAGE_START);
        form.add(options);
        return form;
    }

    /** Shows the form, or what the application lacks. */
    void showAdvice(boolean advice) {
        ((CardLayout) cards.getLayout()).show(cards, advice ? ADVICE : FORM);
    }

    private void row(int row, JComponent... parts) {
        for (int column = 0; column < parts.length; column++) {
            GridBagConstraints place = at(row, column);
            place.weightx = parts[column] instanceof JTextField ? 1 : 0;
            place.fill = GridBagConstraints.HORIZONTAL;
            add(parts[column], place);
        }
    }

    private void fill(int row, JComponent part, double weight) {
        GridBagConstraints place = at(row, 0);
        place.gridwidth = GridBagConstraints.REMAINDER;
        place.weightx = 1;
        place.weighty = weight;
        place.fill = GridBagConstraints.BOTH;
        add(part, place);
    }

    private static GridBagConstraints at(int row, int column) {
        GridBagConstraints place = new GridBagConstraints();
        place.gridx = column;
        place.gridy = row;
        place.insets = new Insets(GAP / 2, GAP / 2, GAP / 2, GAP / 2);
        return place;
    }

    private static JLabel label(String key, JComponent of) {
        JLabel label = new JLabel();
        Mnemonics.setLocalizedText(label, text(key));
        label.setLabelFor(of);
        return label;
    }

    private static <B extends AbstractButton> B button(B button, String key) {
        Mnemonics.setLocalizedText(button, text(key));
        return button;
    }

    static String text(String key, Object... values) {
        return NbBundle.getMessage(ProcessPanel.class, key, values);
    }
}
