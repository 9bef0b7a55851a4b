package io.github.memdump.gephi.filter;

import io.github.memdump.analysis.Column;
import org.gephi.filters.spi.FilterBuilder;
import org.openide.util.lookup.ServiceProvider;

/** Keeps the nodes that retain so many bytes. */
public final class RetainedRangeFilter extends RangeOfFigures {
    @Override
    Column[] columns() {
        return new Column[] {Column.RETAINED_SIZE};
    }

    /** Announces {@link RetainedRangeFilter}. */
    @ServiceProvider(service = FilterBuilder.class)
    public static final class Builder extends HeapFilterBuilder<RetainedRangeFilter> {
        /** Announced to Gephi. */
        public Builder() {
            super(RetainedRangeFilter.class, RetainedRangeFilter::new, RangePanel::new);
        }
    }
}
