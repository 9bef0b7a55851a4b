package io.github.memdump.gephi.filter;

import io.github.memdump.analysis.Column;
import io.github.memdump.gephi.graph.VisibleGraph;
import java.util.Locale;
import java.util.function.Predicate;
import org.gephi.filters.spi.FilterBuilder;
import org.gephi.graph.api.Graph;
import org.gephi.graph.api.Node;
import org.openide.util.lookup.ServiceProvider;

/** Keeps the border between old and new objects, or one side of it, by the column {@code border}. */
public final class BorderFilter extends HeapFilter {
    private BorderSide side = BorderSide.BOTH;

    /** Makes the filter that keeps both sides. */
    public BorderFilter() {
        property(BorderSide.class, "side");
    }

    /** Returns what is kept. */
    public BorderSide getSide() {
        return side;
    }

    /** Sets what is kept. */
    public void setSide(BorderSide kept) {
        side = kept;
    }

    @Override
    Predicate<Node> kept(Graph graph) {
        String wanted = side.name().toLowerCase(Locale.ROOT);
        return node -> VisibleGraph.value(node, Column.BORDER.id()).map(Object::toString)
            .filter(found -> side == BorderSide.BOTH ? !found.isEmpty() : found.equals(wanted)).isPresent();
    }

    /** Announces {@link BorderFilter}. */
    @ServiceProvider(service = FilterBuilder.class)
    public static final class Builder extends HeapFilterBuilder<BorderFilter> {
        /** Announced to Gephi. */
        public Builder() {
            super(BorderFilter.class, BorderFilter::new, FilterPanels::ofBorder);
        }
    }
}
