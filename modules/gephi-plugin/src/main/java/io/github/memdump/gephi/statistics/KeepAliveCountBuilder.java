package io.github.memdump.gephi.statistics;

import org.gephi.statistics.spi.Statistics;
import org.gephi.statistics.spi.StatisticsBuilder;
import org.openide.util.lookup.ServiceProvider;

/** Announces the statistic. */
@ServiceProvider(service = StatisticsBuilder.class)
public final class KeepAliveCountBuilder implements StatisticsBuilder {
    @Override
    public String getName() {
        return KeepAliveCount.name();
    }

    @Override
    public Statistics getStatistics() {
        return new KeepAliveCount();
    }

    @Override
    public Class<? extends Statistics> getStatisticsClass() {
        return KeepAliveCount.class;
    }
}
