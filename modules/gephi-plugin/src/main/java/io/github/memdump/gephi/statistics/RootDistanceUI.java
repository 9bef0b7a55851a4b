package io.github.memdump.gephi.statistics;

import java.util.Optional;
import org.gephi.statistics.spi.StatisticsUI;
import org.openide.util.lookup.ServiceProvider;

/** Puts the statistic "Root distance" into Gephi's Statistics panel. */
@ServiceProvider(service = StatisticsUI.class)
public final class RootDistanceUI extends HeapStatisticUI<RootDistance> {
    /** Announced to Gephi. */
    public RootDistanceUI() {
        super(RootDistance.class, 1120);
    }

    @Override
    Optional<SettingsPanel<RootDistance>> panel() {
        return Optional.empty();
    }
}
