package io.github.memdump.gephi.importer;

import io.github.memdump.view.Recipe;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.awt.event.ActionListener;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.ButtonGroup;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JRadioButton;
import javax.swing.JTextField;
import javax.swing.UIManager;
import javax.swing.event.DocumentListener;
import org.openide.awt.Mnemonics;
import org.openide.util.NbBundle;

/** The fields of the import dialog, laid out; what they do is {@link ImportDialog}'s. */
final class ImportPanel extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final int GAP = 6;
    private static final int COLUMNS = 4;
    private static final int WIDEST_CHOICE = 190;

    final JLabel after = new JLabel();
    final JLabel afterFacts = hint("");
    final JTextField before = new JTextField(32);
    final JLabel beforeFacts = hint("");
    final JButton browse = button("ImportPanel.browse");
    final JButton nothing = button("ImportPanel.nothing");
    final JButton swap = button("ImportPanel.swap");
    final Map<Recipe.Subject, JRadioButton> subjects = new EnumMap<>(Recipe.Subject.class);
    final JTextField about = new JTextField(20);
    final JTextField nodes = new JTextField(7);
    final JTextField edges = new JTextField(7);
    final JCheckBox cleanup = new JCheckBox();
    final JCheckBox classReferences = new JCheckBox();
    final JCheckBox plainReferences = new JCheckBox();
    final JLabel memory = hint("");
    private int row;

    ImportPanel() {
        super(new GridBagLayout());
        setBorder(BorderFactory.createEmptyBorder(2 * GAP, 2 * GAP, GAP, 2 * GAP));
        before.setName("memdump.before");
        row(label("ImportPanel.after", after), after, null, swap);
        row(null, afterFacts, null, null);
        row(label("ImportPanel.before", before), before, browse, nothing);
        row(null, beforeFacts, null, null);
        add(Box.createVerticalStrut(GAP), at(0, COLUMNS));
        row++;
        Mnemonics.setLocalizedText(cleanup, text("ImportPanel.cleanup"));
        Mnemonics.setLocalizedText(classReferences, text("ImportPanel.classReferences"));
        Mnemonics.setLocalizedText(plainReferences, text("ImportPanel.plainReferences"));
        plainReferences.setToolTipText(text("ImportPanel.plainReferences.hint"));
        ButtonGroup group = new ButtonGroup();
        for (Recipe.Subject subject : ImportForm.SUBJECTS) {
            JRadioButton choice = new JRadioButton();
            Mnemonics.setLocalizedText(choice, text("ImportPanel." + subject));
            choice.setName("memdump.show." + subject);
            group.add(choice);
            subjects.put(subject, choice);
            choice.setToolTipText(text("ImportPanel." + subject + ".hint"));
            Dimension even = choice.getPreferredSize();
            choice.setPreferredSize(new Dimension(WIDEST_CHOICE, even.height));
            row(row == 5 ? label("ImportPanel.show", choice) : null,
                beside(choice, hint(text("ImportPanel." + subject + ".hint"))), null, null);
        }
        about.setName("memdump.about");
        row(label("ImportPanel.about", about), about, null, null);
        row(null, beside(cleanup, classReferences), null, null);
        row(null, plainReferences, null, null);
        add(Box.createVerticalStrut(GAP), at(0, COLUMNS));
        row++;
        JLabel and = label("ImportPanel.edges", edges);
        row(label("ImportPanel.nodes", nodes), beside(nodes, and, edges), null, null);
        row(null, memory, null, null);
    }

    private void row(JComponent label, JComponent field, JComponent button, JComponent second) {
        if (label != null) {
            add(label, at(0, 1));
        }
        GridBagConstraints place = at(1, button == null && second == null ? COLUMNS - 1 : button == null ? 2 : 1);
        place.weightx = 1;
        place.fill = GridBagConstraints.HORIZONTAL;
        add(field, place);
        if (button != null) {
            add(button, at(2, 1));
        }
        if (second != null) {
            GridBagConstraints last = at(COLUMNS - 1, 1);
            last.fill = GridBagConstraints.HORIZONTAL;
            add(second, last);
        }
        row++;
    }

    private GridBagConstraints at(int column, int width) {
        GridBagConstraints place = new GridBagConstraints();
        place.gridx = column;
        place.gridy = row;
        place.gridwidth = width;
        place.anchor = GridBagConstraints.LINE_START;
        place.insets = new Insets(GAP / 3, 0, GAP / 3, GAP);
        return place;
    }

    private static JComponent beside(JComponent... parts) {
        Box box = Box.createHorizontalBox();
        for (JComponent part : parts) {
            box.add(part);
            box.add(Box.createHorizontalStrut(GAP));
            if (part instanceof JTextField) {
                part.setMaximumSize(part.getPreferredSize());
            }
        }
        box.add(Box.createHorizontalGlue());
        return box;
    }

    private static JLabel label(String key, JComponent of) {
        JLabel label = new JLabel();
        Mnemonics.setLocalizedText(label, text(key));
        label.setLabelFor(of);
        return label;
    }

    private static JButton button(String key) {
        JButton button = new JButton();
        Mnemonics.setLocalizedText(button, text(key));
        return button;
    }

    private static JLabel hint(String text) {
        JLabel label = new JLabel(text.isEmpty() ? " " : text);
        Color ink = UIManager.getColor("Label.foreground");
        Color paper = UIManager.getColor("Panel.background");
        if (ink != null && paper != null) {
            label.setForeground(new Color(between(ink.getRed(), paper.getRed()),
                between(ink.getGreen(), paper.getGreen()), between(ink.getBlue(), paper.getBlue())));
        }
        return label;
    }

    /** Lighter than text, but legible: a third of the way to the background. */
    private static int between(int ink, int paper) {
        return (2 * ink + paper) / 3;
    }

    /** Shows what is known about the dumps; an empty text keeps the line's height. */
    static void say(JLabel label, Optional<String> text) {
        label.setText(text.filter(any -> !any.isEmpty()).orElse(" "));
    }

    /** Calls a listener whenever something is typed or chosen. */
    void onInput(ActionListener chosen, DocumentListener typed) {
        subjects.values().forEach(choice -> choice.addActionListener(chosen));
        cleanup.addActionListener(chosen);
        classReferences.addActionListener(chosen);
        plainReferences.addActionListener(chosen);
        about.getDocument().addDocumentListener(typed);
        nodes.getDocument().addDocumentListener(typed);
        edges.getDocument().addDocumentListener(typed);
    }

    private static String text(String key) {
        return NbBundle.getMessage(ImportPanel.class, key);
    }
}
