package io.github.memdump.gephi.filter;

import io.github.memdump.analysis.Column;
import org.gephi.filters.spi.FilterBuilder;
import org.openide.util.lookup.ServiceProvider;

/** Keeps the nodes that keep alive so many objects: new ones where they were counted, otherwise all. */
public final class KeepAliveRangeFilter extends RangeOfFigures {
    @Override
    Column[] columns() {
        return new Column[] {Column.KEEPALIVE_NEW_COUNT, Column.KEEPALIVE_COUNT};
    }

    /** Announces {@link KeepAliveRangeFilter}. */
    @ServiceProvider(service = FilterBuilder.class)
    public static final class Builder extends HeapFilterBuilder<KeepAliveRangeFilter> {
        /** Announced to Gephi. */
        public Builder() {
            super(KeepAliveRangeFilter.class, KeepAliveRangeFilter::new, RangePanel::new);
        }
    }
}
