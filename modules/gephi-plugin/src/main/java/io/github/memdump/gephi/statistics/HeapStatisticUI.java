package io.github.memdump.gephi.statistics;

import java.util.function.Supplier;
import javax.swing.JPanel;
import org.gephi.statistics.spi.Statistics;
import org.gephi.statistics.spi.StatisticsBuilder;
import org.gephi.statistics.spi.StatisticsUI;
import org.openide.util.NbBundle;

/**
 * Makes a statistic and puts it into Gephi's Statistics panel: its place there, and the panel that asks for its
 * parameters.
 */
abstract class HeapStatisticUI<S extends HeapStatistic> implements StatisticsBuilder, StatisticsUI {
    private final Class<S> type;
    private final Supplier<S> statistics;
    private final Supplier<SettingsPanel<S>> panels;
    private final int position;
    private S statistic;
    private SettingsPanel<S> panel;

    /** Without parameters: Gephi runs the statistic at once. */
    HeapStatisticUI(Class<S> type, Supplier<S> statistics, int position) {
        this(type, statistics, () -> null, position);
    }

    HeapStatisticUI(Class<S> type, Supplier<S> statistics, Supplier<SettingsPanel<S>> panels, int position) {
        this.type = type;
        this.statistics = statistics;
        this.panels = panels;
        this.position = position;
    }

    @Override
    public final String getName() {
        return statistics.get().name();
    }

    @Override
    public final Statistics getStatistics() {
        return statistics.get();
    }

    @Override
    public final JPanel getSettingsPanel() {
        panel = panels.get();
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
