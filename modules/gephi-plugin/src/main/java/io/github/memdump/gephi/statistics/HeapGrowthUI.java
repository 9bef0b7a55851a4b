package io.github.memdump.gephi.statistics;

import java.util.Optional;
import org.gephi.statistics.spi.StatisticsUI;
import org.openide.util.lookup.ServiceProvider;

/** Puts the statistic "Growth" into Gephi's Statistics panel. */
@ServiceProvider(service = StatisticsUI.class)
public final class HeapGrowthUI extends HeapStatisticUI<HeapGrowth> {
    /** Announced to Gephi. */
    public HeapGrowthUI() {
        super(HeapGrowth.class, 1130);
    }

    @Override
    Optional<SettingsPanel<HeapGrowth>> panel() {
        return Optional.of(new GrowthPanel());
    }
}
