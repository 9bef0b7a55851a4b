package io.github.memdump.gephi.filter;

import org.gephi.filters.spi.FilterBuilder;
import org.openide.util.lookup.ServiceProvider;

/** Announces {@link KeepAliveRangeFilter}. */
@ServiceProvider(service = FilterBuilder.class)
public final class KeepAliveRangeFilterBuilder extends HeapFilterBuilder<KeepAliveRangeFilter> {
    /** Announced to Gephi. */
    public KeepAliveRangeFilterBuilder() {
        super(KeepAliveRangeFilter.class, KeepAliveRangeFilter::new, RangePanel::new);
    }
}
