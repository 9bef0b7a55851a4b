package io.github.memdump.gephi.filter;

import org.gephi.filters.spi.FilterBuilder;
import org.openide.util.lookup.ServiceProvider;

/** Announces {@link ClassFilter}. */
@ServiceProvider(service = FilterBuilder.class)
public final class ClassFilterBuilder extends HeapFilterBuilder<ClassFilter> {
    /** Announced to Gephi. */
    public ClassFilterBuilder() {
        super(ClassFilter.class, ClassFilter::new, FilterPanels::ofClass);
    }
}
