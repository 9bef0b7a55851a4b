package io.github.memdump.gephi.statistics;

import io.github.memdump.gephi.heap.HeapTies;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.UIManager;
import org.gephi.graph.api.GraphController;
import org.gephi.project.api.ProjectController;
import org.openide.awt.Mnemonics;
import org.openide.util.Lookup;
import org.openide.util.NbBundle;

/** Asks for the parameters of a statistic. Used on the event thread alone. */
abstract class SettingsPanel<S extends HeapStatistic> extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final int WIDTH = 460;
    private static final int INDENT = 24;

    private int row;

    /** Begins with a sentence about what is computed, and on what. */
    SettingsPanel(String definition) {
        super(new GridBagLayout());
        setBorder(BorderFactory.createEmptyBorder(12, 14, 4, 14));
        sentence(definition);
        sentence(basis());
    }

    /** Shows the parameters of a statistic. */
    abstract void read(S statistic);

    /** Gives a statistic the parameters that are shown. */
    abstract void write(S statistic);

    private static String basis() {
        boolean none = Lookup.getDefault().lookup(ProjectController.class).getCurrentWorkspace() == null;
        Optional<String> heap = none ? Optional.empty() : HeapTies.of(
            Lookup.getDefault().lookup(GraphController.class).getGraphModel()).map(known -> known.recipe().title());
        return heap.map(title -> NbBundle.getMessage(SettingsPanel.class, "SettingsPanel.onHeap", title))
            .orElseGet(() -> NbBundle.getMessage(SettingsPanel.class, "SettingsPanel.onGraph"));
    }

    /** Adds a sentence over the whole width. */
    final void sentence(String text) {
        JTextArea area = new JTextArea(text);
        area.setEditable(false);
        area.setFocusable(false);
        area.setOpaque(false);
        area.setLineWrap(true);
        area.setWrapStyleWord(true);
        area.setFont(UIManager.getFont("Label.font"));
        area.setBorder(null);
        // A text area knows its height only once it has a width.
        area.setSize(new Dimension(WIDTH, Short.MAX_VALUE));
        area.setPreferredSize(new Dimension(WIDTH, area.getPreferredSize().height));
        add(area, at(0, 2));
        row++;
    }

    /** Adds a part over the whole width. */
    final void line(Component part) {
        add(part, at(0, 2));
        row++;
    }

    /** Adds a part that belongs to the one above it. */
    final void indented(Component part) {
        GridBagConstraints place = at(0, 2);
        place.insets.left = INDENT;
        add(part, place);
        row++;
    }

    /** Adds a part with a label before it. */
    final void labelled(String text, Component part) {
        JLabel label = new JLabel();
        Mnemonics.setLocalizedText(label, text);
        label.setLabelFor(part);
        GridBagConstraints place = at(0, 1);
        place.weightx = 0;
        place.anchor = GridBagConstraints.LINE_START;
        add(label, place);
        add(part, at(1, 1));
        row++;
    }

    private GridBagConstraints at(int column, int width) {
        GridBagConstraints place = new GridBagConstraints();
        place.gridx = column;
        place.gridy = row;
        place.gridwidth = width;
        place.weightx = 1;
        place.fill = GridBagConstraints.HORIZONTAL;
        place.anchor = GridBagConstraints.LINE_START;
        place.insets = new Insets(0, column == 0 ? 0 : 8, 8, 0);
        return place;
    }
}
