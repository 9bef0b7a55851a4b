package io.github.memdump.gephi.statistics;

import java.util.Optional;
import org.gephi.statistics.spi.StatisticsUI;
import org.openide.util.lookup.ServiceProvider;

/** Puts the statistic "Keep-alive count" into Gephi's Statistics panel. */
@ServiceProvider(service = StatisticsUI.class)
public final class KeepAliveCountUI extends HeapStatisticUI<KeepAliveCount> {
    /** Announced to Gephi. */
    public KeepAliveCountUI() {
        super(KeepAliveCount.class, 1100);
    }

    @Override
    Optional<SettingsPanel<KeepAliveCount>> panel() {
        return Optional.of(new KeepAlivePanel());
    }
}
