package io.github.memdump.gephi.filter;

import io.github.memdump.analysis.Column;
import io.github.memdump.gephi.graph.VisibleGraph;
import java.util.Optional;
import java.util.function.Predicate;
import org.gephi.filters.spi.FilterBuilder;
import org.gephi.graph.api.Graph;
import org.gephi.graph.api.Node;
import org.openide.util.lookup.ServiceProvider;

/** Keeps the objects of a class, or of all classes whose names match a pattern. */
public final class ClassFilter extends HeapFilter {
    private FilterText pattern = FilterText.NONE;

    /** Makes the filter that keeps everything. */
    public ClassFilter() {
        property(FilterText.class, "pattern");
    }

    /** Returns the name or the pattern. */
    public FilterText getPattern() {
        return pattern;
    }

    /** Sets the name of a class, or a pattern between slashes; everything is kept while it is empty or wrong. */
    public void setPattern(FilterText text) {
        pattern = text;
    }

    @Override
    Predicate<Node> kept(Graph graph) {
        Optional<ClassNamePattern> names = ClassNamePattern.of(pattern.toString());
        if (pattern.isEmpty() || names.isEmpty()) {
            return node -> true;
        }
        return node -> names.get().test(VisibleGraph.value(node, Column.CLASS.id()).map(Object::toString).orElse(""));
    }

    /** Announces {@link ClassFilter}. */
    @ServiceProvider(service = FilterBuilder.class)
    public static final class Builder extends HeapFilterBuilder<ClassFilter> {
        /** Announced to Gephi. */
        public Builder() {
            super(ClassFilter.class, ClassFilter::new, FilterPanels::ofClass);
        }
    }
}
