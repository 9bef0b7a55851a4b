package io.github.memdump.gephi.statistics;

import org.gephi.statistics.spi.Statistics;
import org.gephi.statistics.spi.StatisticsBuilder;
import org.openide.util.lookup.ServiceProvider;

/** Makes the statistic "Growth". */
@ServiceProvider(service = StatisticsBuilder.class)
public final class HeapGrowthBuilder implements StatisticsBuilder {
    @Override
    public String getName() {
        return new HeapGrowth().name();
    }

    @Override
    public Statistics getStatistics() {
        return new HeapGrowth();
    }

    @Override
    public Class<? extends Statistics> getStatisticsClass() {
        return HeapGrowth.class;
    }
}
