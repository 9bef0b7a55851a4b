package io.github.memdump.gephi.statistics;

import org.gephi.statistics.spi.Statistics;
import org.gephi.statistics.spi.StatisticsBuilder;
import org.openide.util.lookup.ServiceProvider;

/** Makes the statistic "Retained size". */
@ServiceProvider(service = StatisticsBuilder.class)
public final class RetainedSizeBuilder implements StatisticsBuilder {
    @Override
    public String getName() {
        return new RetainedSize().name();
    }

    @Override
    public Statistics getStatistics() {
        return new RetainedSize();
    }

    @Override
    public Class<? extends Statistics> getStatisticsClass() {
        return RetainedSize.class;
    }
}
