package io.github.memdump.gephi.statistics;

import io.github.memdump.gephi.subject.SelectionField;
import io.github.memdump.view.SubjectText;
import java.util.EnumMap;
import java.util.Map;
import javax.swing.ButtonGroup;
import javax.swing.JCheckBox;
import javax.swing.JRadioButton;
import org.openide.awt.Mnemonics;

/** Asks which objects keep-alive is counted for, and how. */
final class KeepAlivePanel extends SettingsPanel<KeepAliveCount> {
    private static final long serialVersionUID = 1L;

    private final Map<KeepAliveSubjects, JRadioButton> buttons = new EnumMap<>(KeepAliveSubjects.class);
    private final SelectionField selection =
        new SelectionField(SubjectText::problem, HeapStatistic.text("KeepAlivePanel.example"));
    private final JCheckBox exact = new JCheckBox();
    private final StopBoxes stops = new StopBoxes(HeapStatistic.text("KeepAlivePanel.stops.hint"));

    KeepAlivePanel() {
        super(HeapStatistic.text("KeepAliveCount.hint"));
        ButtonGroup group = new ButtonGroup();
        for (KeepAliveSubjects objects : KeepAliveSubjects.values()) {
            JRadioButton button = new JRadioButton();
            Mnemonics.setLocalizedText(button, HeapStatistic.text("KeepAlivePanel." + objects.name()));
            button.setName("memdump.count." + objects.name());
            button.addChangeListener(event -> enableParts());
            buttons.put(objects, button);
            group.add(button);
        }
        line(buttons.get(KeepAliveSubjects.SHOWN));
        line(buttons.get(KeepAliveSubjects.BORDER));
        line(buttons.get(KeepAliveSubjects.SELECTION));
        indented(selection);
        line(buttons.get(KeepAliveSubjects.ALL));
        Mnemonics.setLocalizedText(exact, HeapStatistic.text("KeepAlivePanel.exact"));
        indented(exact);
        labelled(HeapStatistic.text("KeepAlivePanel.stops"), stops);
        enableParts();
    }

    private void enableParts() {
        selection.setEnabled(buttons.get(KeepAliveSubjects.SELECTION).isSelected());
        exact.setEnabled(buttons.get(KeepAliveSubjects.ALL).isSelected());
    }

    @Override
    void read(KeepAliveCount statistic) {
        buttons.get(statistic.getObjects()).setSelected(true);
        selection.field().setText(statistic.getSelection());
        exact.setSelected(statistic.isExact());
        stops.tick(statistic.getStops());
    }

    @Override
    void write(KeepAliveCount statistic) {
        buttons.forEach((objects, button) -> {
            if (button.isSelected()) {
                statistic.setObjects(objects);
            }
        });
        statistic.setSelection(selection.text());
        statistic.setExact(exact.isSelected());
        statistic.setStops(stops.ticked());
    }
}
