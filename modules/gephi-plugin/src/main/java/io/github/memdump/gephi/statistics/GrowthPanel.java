package io.github.memdump.gephi.statistics;

import io.github.memdump.analysis.Grouping;
import java.awt.Component;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JComboBox;
import javax.swing.JList;

/** Asks by what new objects are grouped. */
final class GrowthPanel extends SettingsPanel<HeapGrowth> {
    private static final long serialVersionUID = 1L;

    private final JComboBox<Grouping> grouping = new JComboBox<>(new Grouping[] {Grouping.CLASS, Grouping.SITE});

    GrowthPanel() {
        super(HeapStatistic.text("HeapGrowth.hint"));
        grouping.setName("memdump.grouping");
        grouping.setRenderer(new DefaultListCellRenderer() {
            private static final long serialVersionUID = 1L;

            @Override
            public Component getListCellRendererComponent(JList<?> list, Object value, int index, boolean isSelected,
                boolean hasFocus) {
                return super.getListCellRendererComponent(list, HeapStatistic.text("GrowthPanel." + value), index,
                    isSelected, hasFocus);
            }
        });
        labelled(HeapStatistic.text("GrowthPanel.grouping"), grouping);
    }

    @Override
    void read(HeapGrowth statistic) {
        grouping.setSelectedItem(statistic.getGrouping());
    }

    @Override
    void write(HeapGrowth statistic) {
        statistic.setGrouping((Grouping) grouping.getSelectedItem());
    }
}
