package io.github.memdump.gephi.filter;

import io.github.memdump.analysis.Column;
import io.github.memdump.gephi.graph.VisibleGraph;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.gephi.graph.api.Graph;
import org.gephi.graph.api.Node;

/** Keeps the nodes whose figure in a column lies between two numbers. */
public abstract class RangeOfFigures extends HeapFilter {
    /** The upper end of a range that has none. */
    public static final long NO_END = Long.MAX_VALUE;

    private long from = 1;
    private long to = NO_END;
    private boolean others;

    /** Makes a filter that keeps all nodes with a figure. */
    RangeOfFigures() {
        property(Long.class, "from");
        property(Long.class, "to");
        property(Boolean.class, "others");
    }

    /** Returns the columns that the figures can stand in, the best first. */
    abstract Column[] columns();

    /** Returns the least figure that is kept. */
    public Long getFrom() {
        return from;
    }

    /** Sets the least figure that is kept: 1, unless set. */
    public void setFrom(Long least) {
        from = least;
    }

    /** Returns the largest figure that is kept. */
    public Long getTo() {
        return to;
    }

    /** Sets the largest figure that is kept: {@link #NO_END}, unless set. */
    public void setTo(Long largest) {
        to = largest;
    }

    /** Returns whether nodes without a figure are kept. */
    public boolean isOthers() {
        return others;
    }

    /** Sets whether nodes without a figure are kept, such as the paths from the roots: no, unless set. */
    public void setOthers(boolean kept) {
        others = kept;
    }

    /** Returns the first of the columns in which any node of a graph has a figure. */
    final Optional<Column> column(Graph graph) {
        Node[] nodes = graph.getNodes().toArray();
        return Stream.of(columns()).filter(column -> graph.getModel().getNodeTable().hasColumn(column.id()))
            .filter(column -> Stream.of(nodes).anyMatch(node -> figure(node, column).isPresent())).findFirst();
    }

    /** Returns the figures of a graph, in no order. */
    final LongStream figures(Graph graph) {
        Optional<Column> column = column(graph);
        return column.isEmpty() ? LongStream.empty() : Stream.of(graph.getNodes().toArray())
            .map(node -> figure(node, column.get())).filter(OptionalLong::isPresent)
            .mapToLong(OptionalLong::getAsLong);
    }

    private static OptionalLong figure(Node node, Column column) {
        return VisibleGraph.value(node, column.id()).filter(Number.class::isInstance)
            .map(value -> OptionalLong.of(((Number) value).longValue())).orElse(OptionalLong.empty());
    }

    @Override
    final Predicate<Node> kept(Graph graph) {
        Optional<Column> column = column(graph.getModel().getGraph());
        if (column.isEmpty()) {
            return node -> others;
        }
        return node -> {
            OptionalLong figure = figure(node, column.get());
            return figure.isPresent() ? figure.getAsLong() >= from && figure.getAsLong() <= to : others;
        };
    }
}
