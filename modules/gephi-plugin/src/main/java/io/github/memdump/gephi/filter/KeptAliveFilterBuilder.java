package io.github.memdump.gephi.filter;

import org.gephi.filters.spi.FilterBuilder;
import org.openide.util.lookup.ServiceProvider;

/** Announces {@link KeptAliveFilter}. */
@ServiceProvider(service = FilterBuilder.class)
public final class KeptAliveFilterBuilder extends HeapFilterBuilder<KeptAliveFilter> {
    /** Announced to Gephi. */
    public KeptAliveFilterBuilder() {
        super(KeptAliveFilter.class, KeptAliveFilter::new, FilterPanels::ofKeptAlive);
    }
}
