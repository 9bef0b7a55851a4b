package io.github.memdump.gephi.filter;

import org.gephi.filters.spi.FilterBuilder;
import org.openide.util.lookup.ServiceProvider;

/** Announces {@link DominatedFilter}. */
@ServiceProvider(service = FilterBuilder.class)
public final class DominatedFilterBuilder extends HeapFilterBuilder<DominatedFilter> {
    /** Announced to Gephi. */
    public DominatedFilterBuilder() {
        super(DominatedFilter.class, DominatedFilter::new, FilterPanels::ofDominated);
    }
}
