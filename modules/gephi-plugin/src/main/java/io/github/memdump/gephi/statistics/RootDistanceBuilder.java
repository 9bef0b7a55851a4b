package io.github.memdump.gephi.statistics;

import org.gephi.statistics.spi.Statistics;
import org.gephi.statistics.spi.StatisticsBuilder;
import org.openide.util.lookup.ServiceProvider;

/** Makes the statistic "Root distance". */
@ServiceProvider(service = StatisticsBuilder.class)
public final class RootDistanceBuilder implements StatisticsBuilder {
    @Override
    public String getName() {
        return new RootDistance().name();
    }

    @Override
    public Statistics getStatistics() {
        return new RootDistance();
    }

    @Override
    public Class<? extends Statistics> getStatisticsClass() {
        return RootDistance.class;
    }
}
