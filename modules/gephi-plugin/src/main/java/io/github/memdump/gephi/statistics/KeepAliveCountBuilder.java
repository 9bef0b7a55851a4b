package io.github.memdump.gephi.statistics;

import org.gephi.statistics.spi.Statistics;
import org.gephi.statistics.spi.StatisticsBuilder;
import org.openide.util.lookup.ServiceProvider;

/** Makes the statistic "Keep-alive count". */
@ServiceProvider(service = StatisticsBuilder.class)
public final class KeepAliveCountBuilder implements StatisticsBuilder {
    @Override
    public String getName() {
        return new KeepAliveCount().name();
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
