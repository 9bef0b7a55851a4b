package io.github.memdump.gephi.filter;

import org.gephi.filters.spi.FilterBuilder;
import org.openide.util.lookup.ServiceProvider;

/** Announces {@link ReachableFilter}. */
@ServiceProvider(service = FilterBuilder.class)
public final class ReachableFilterBuilder extends HeapFilterBuilder<ReachableFilter> {
    /** Announced to Gephi. */
    public ReachableFilterBuilder() {
        super(ReachableFilter.class, ReachableFilter::new, FilterPanels::ofReachable);
    }
}
