package io.github.memdump.gephi.statistics;

import java.util.Optional;
import org.gephi.statistics.spi.StatisticsUI;
import org.openide.util.lookup.ServiceProvider;

/** Puts the statistic "Retained size" into Gephi's Statistics panel. */
@ServiceProvider(service = StatisticsUI.class)
public final class RetainedSizeUI extends HeapStatisticUI<RetainedSize> {
    /** Announced to Gephi. */
    public RetainedSizeUI() {
        super(RetainedSize.class, 1110);
    }

    @Override
    Optional<SettingsPanel<RetainedSize>> panel() {
        return Optional.of(new RetainedPanel());
    }
}
