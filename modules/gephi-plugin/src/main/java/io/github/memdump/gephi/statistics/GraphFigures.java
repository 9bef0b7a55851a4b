package io.github.memdump.gephi.statistics;

import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;
import io.github.memdump.gephi.graph.VisibleGraph;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;
import org.gephi.graph.api.Node;

/** What was found about the nodes of a graph; the items are its nodes. What was not computed is read from columns. */
final class GraphFigures implements ItemFigures {
    private final Node[] nodes;
    private final Map<Column, IntToLongFunction> numbers;
    private final Map<Column, IntFunction<String>> texts;

    private GraphFigures(Builder builder) {
        this.nodes = builder.nodes;
        this.numbers = Collections.unmodifiableMap(new EnumMap<>(builder.numbers));
        this.texts = Collections.unmodifiableMap(new EnumMap<>(builder.texts));
    }

    /** Begins to gather figures of some nodes. */
    static Builder of(Node[] nodes) {
        return new Builder(nodes);
    }

    @Override
    public int size() {
        return nodes.length;
    }

    @Override
    public long number(Column column, int item) {
        IntToLongFunction computed = numbers.get(column);
        return computed == null ? written(column, nodes[item]) : computed.applyAsLong(item);
    }

    private static long written(Column column, Node node) {
        return VisibleGraph.value(node, column.id()).filter(Number.class::isInstance)
            .map(value -> ((Number) value).longValue()).orElse(Findings.ABSENT);
    }

    @Override
    public String text(Column column, int item) {
        if (texts.containsKey(column)) {
            return texts.get(column).apply(item);
        }
        if (column == Column.OBJECT) {
            return String.valueOf(nodes[item].getId());
        }
        return VisibleGraph.value(nodes[item], column.id()).map(Object::toString)
            .orElse(column == Column.CLASS && nodes[item].getLabel() != null ? nodes[item].getLabel() : "");
    }

    /** Gathers figures. Not thread-safe. */
    static final class Builder {
        private final Node[] nodes;
        private final Map<Column, IntToLongFunction> numbers = new EnumMap<>(Column.class);
        private final Map<Column, IntFunction<String>> texts = new EnumMap<>(Column.class);

        private Builder(Node[] nodes) {
            this.nodes = nodes;
        }

        /** Adds the numbers of a column, {@link Findings#ABSENT} for an item that has none. */
        Builder numbers(Column column, IntToLongFunction number) {
            numbers.put(column, number);
            return this;
        }

        /** Adds the texts of a column, empty for an item that has none. */
        Builder texts(Column column, IntFunction<String> text) {
            texts.put(column, text);
            return this;
        }

        GraphFigures build() {
            return new GraphFigures(this);
        }
    }
}
