package io.github.memdump.gephi.filter;

import org.gephi.filters.spi.FilterBuilder;
import org.openide.util.lookup.ServiceProvider;

/** Announces {@link RetainedRangeFilter}. */
@ServiceProvider(service = FilterBuilder.class)
public final class RetainedRangeFilterBuilder extends HeapFilterBuilder<RetainedRangeFilter> {
    /** Announced to Gephi. */
    public RetainedRangeFilterBuilder() {
        super(RetainedRangeFilter.class, RetainedRangeFilter::new, RangePanel::new);
    }
}
