package io.github.memdump.gephi.window.select;

import io.github.memdump.gephi.swing.Amounts;
import java.awt.BorderLayout;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSlider;
import javax.swing.JSpinner;
import javax.swing.SpinnerNumberModel;
import org.openide.awt.Mnemonics;
import org.openide.util.NbBundle;

/** A slider over the distribution of what the border keeps alive; it says how many objects are left. */
final class BorderFilterPane extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final int POSITIONS = 400;
    private static final int GAP = 8;

    private final transient BorderCounts counts;
    private final BorderBars chart;
    private final JSlider slider = new JSlider(0, POSITIONS, 0);
    private final JSpinner spinner;
    private final JLabel left = new JLabel();
    private boolean following;

    BorderFilterPane(BorderCounts counts) {
        super(new BorderLayout(GAP, GAP));
        this.counts = counts;
        chart = new BorderBars(counts);
        spinner = new JSpinner(new SpinnerNumberModel(1, 1, counts.largest(), 1));
        setBorder(BorderFactory.createEmptyBorder(GAP, GAP, GAP, GAP));
        JLabel label = new JLabel();
        Mnemonics.setLocalizedText(label, text("label"));
        label.setLabelFor(spinner);
        JPanel number = new JPanel(new BorderLayout(GAP, 0));
        number.add(label, BorderLayout.CENTER);
        number.add(spinner, BorderLayout.EAST);
        slider.setName("memdump.filter.slider");
        slider.getAccessibleContext().setAccessibleName(text("name"));
        left.setName("memdump.filter.left");
        JPanel below = new JPanel(new BorderLayout(0, GAP));
        below.add(slider, BorderLayout.NORTH);
        below.add(left, BorderLayout.SOUTH);
        add(number, BorderLayout.NORTH);
        add(chart, BorderLayout.CENTER);
        add(below, BorderLayout.SOUTH);
        slider.addChangeListener(event -> follow(counts.numberAt((double) slider.getValue() / POSITIONS), false));
        spinner.addChangeListener(event -> follow((Integer) spinner.getValue(), true));
        follow(1, true);
    }

    /** Returns the number that is chosen. */
    int number() {
        return (Integer) spinner.getValue();
    }

    private void follow(int number, boolean isTyped) {
        if (following) {
            return;
        }
        following = true;
        if (isTyped) {
            slider.setValue((int) Math.round(counts.placeOf(number) * POSITIONS));
        } else {
            spinner.setValue(Math.max(1, number));
        }
        chart.mark(number);
        left.setText(text("left", Amounts.count(counts.atLeast(number)), Amounts.count(counts.size())));
        following = false;
    }

    private static String text(String key, Object... values) {
        return NbBundle.getMessage(BorderFilterPane.class, "BorderFilterPane." + key, values);
    }
}
