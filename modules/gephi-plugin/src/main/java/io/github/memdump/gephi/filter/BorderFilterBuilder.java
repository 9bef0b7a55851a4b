package io.github.memdump.gephi.filter;

import org.gephi.filters.spi.FilterBuilder;
import org.openide.util.lookup.ServiceProvider;

/** Announces {@link BorderFilter}. */
@ServiceProvider(service = FilterBuilder.class)
public final class BorderFilterBuilder extends HeapFilterBuilder<BorderFilter> {
    /** Announced to Gephi. */
    public BorderFilterBuilder() {
        super(BorderFilter.class, BorderFilter::new, FilterPanels::ofBorder);
    }
}
