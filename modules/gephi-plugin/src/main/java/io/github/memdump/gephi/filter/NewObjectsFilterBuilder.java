package io.github.memdump.gephi.filter;

import org.gephi.filters.spi.FilterBuilder;
import org.openide.util.lookup.ServiceProvider;

/** Announces {@link NewObjectsFilter}. */
@ServiceProvider(service = FilterBuilder.class)
public final class NewObjectsFilterBuilder extends HeapFilterBuilder<NewObjectsFilter> {
    /** Announced to Gephi. */
    public NewObjectsFilterBuilder() {
        super(NewObjectsFilter.class, NewObjectsFilter::new, FilterPanels::ofNewObjects);
    }
}
