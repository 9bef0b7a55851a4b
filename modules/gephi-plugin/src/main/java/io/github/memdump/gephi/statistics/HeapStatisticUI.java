package io.github.memdump.gephi.statistics;

import java.util.Optional;
import javax.swing.JPanel;
import org.gephi.statistics.spi.Statistics;
import org.gephi.statistics.spi.StatisticsUI;
import org.openide.util.NbBundle;

/** Puts a statistic into Gephi's Statistics panel: its place there, and the panel that asks for its parameters. */
abstract class HeapStatisticUI<S extends HeapStatistic> implements StatisticsUI {
    private final Class<S> type;
    private final int position;
    private S statistic;
    private SettingsPanel<S> panel;

    HeapStatisticUI(Class<S> type, int position) {
        this.type = type;
        this.position = position;
    }

    /** Returns a new panel for the parameters; nothing if there are none. */
    abstract Optional<SettingsPanel<S>> panel();

    /** Gephi runs a statistic without a panel at once. */
    @Override
    public final JPanel getSettingsPanel() {
        panel = panel().orElse(null);
        return panel;
    }

    @Override
    public final void setup(Statistics statistics) {
        statistic = type.cast(statistics);
        if (panel != null) {
            panel.read(statistic);
        }
    }

    @Override
    public final void unsetup() {
        if (panel != null && statistic != null) {
            panel.write(statistic);
        }
        panel = null;
    }

    @Override
    public final Class<? extends Statistics> getStatisticsClass() {
        return type;
    }

    @Override
    public final String getValue() {
        return statistic == null ? "" : statistic.getResult();
    }

    @Override
    public final String getDisplayName() {
        return NbBundle.getMessage(HeapStatisticUI.class, type.getSimpleName());
    }

    @Override
    public final String getShortDescription() {
        return NbBundle.getMessage(HeapStatisticUI.class, type.getSimpleName() + ".hint");
    }

    @Override
    public final String getCategory() {
        return CATEGORY_NODE_OVERVIEW;
    }

    @Override
    public final int getPosition() {
        return position;
    }
}
