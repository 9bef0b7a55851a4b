package io.github.memdump.gephi.filter;

import io.github.memdump.analysis.Column;
import io.github.memdump.gephi.graph.VisibleGraph;
import java.util.function.Predicate;
import org.gephi.filters.spi.FilterBuilder;
import org.gephi.graph.api.Graph;
import org.gephi.graph.api.Node;
import org.openide.util.lookup.ServiceProvider;

/** Keeps the new objects, or the old ones, by the column {@code in_after}. */
public final class NewObjectsFilter extends HeapFilter {
    private boolean old;

    /** Makes the filter that keeps the new objects. */
    public NewObjectsFilter() {
        property(Boolean.class, "old");
    }

    /** Returns whether the old objects are kept in place of the new ones. */
    public boolean isOld() {
        return old;
    }

    /** Sets whether the old objects are kept in place of the new ones. */
    public void setOld(boolean keepsOld) {
        old = keepsOld;
    }

    @Override
    Predicate<Node> kept(Graph graph) {
        int wanted = old ? 0 : 1;
        return node -> VisibleGraph.value(node, Column.IN_AFTER.id()).filter(Number.class::isInstance)
            .filter(value -> ((Number) value).intValue() == wanted).isPresent();
    }

    /** Announces {@link NewObjectsFilter}. */
    @ServiceProvider(service = FilterBuilder.class)
    public static final class Builder extends HeapFilterBuilder<NewObjectsFilter> {
        /** Announced to Gephi. */
        public Builder() {
            super(NewObjectsFilter.class, NewObjectsFilter::new, FilterPanels::ofNewObjects);
        }
    }
}
