package io.github.memdump.gephi.statistics;

import java.text.NumberFormat;
import javax.swing.JPanel;
import org.gephi.statistics.spi.Statistics;
import org.gephi.statistics.spi.StatisticsUI;
import org.openide.util.NbBundle;
import org.openide.util.lookup.ServiceProvider;

/** Puts the statistic into Gephi's Statistics panel; it has nothing to be asked. */
@ServiceProvider(service = StatisticsUI.class)
public final class KeepAliveCountUI implements StatisticsUI {
    private KeepAliveCount statistic;

    /** Gephi runs a statistic without a settings panel at once. */
    @Override
    public JPanel getSettingsPanel() {
        return null;
    }

    @Override
    public void setup(Statistics statistics) {
        statistic = (KeepAliveCount) statistics;
    }

    @Override
    public void unsetup() {
        statistic = null;
    }

    @Override
    public Class<? extends Statistics> getStatisticsClass() {
        return KeepAliveCount.class;
    }

    @Override
    public String getValue() {
        return statistic == null ? "" : NumberFormat.getIntegerInstance().format(statistic.getHighest());
    }

    @Override
    public String getDisplayName() {
        return KeepAliveCount.name();
    }

    @Override
    public String getShortDescription() {
        return NbBundle.getMessage(KeepAliveCountUI.class, "KeepAliveCountUI.hint");
    }

    @Override
    public String getCategory() {
        return CATEGORY_NODE_OVERVIEW;
    }

    @Override
    public int getPosition() {
        return 900;
    }
}
