package io.github.memdump.gephi.time;

import io.github.memdump.task.Task;
import io.github.memdump.view.View;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.TreeSet;
import org.gephi.filters.api.FilterController;
import org.gephi.filters.api.FilterModel;
import org.gephi.filters.api.Query;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.Element;
import org.gephi.graph.api.Graph;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Interval;
import org.gephi.graph.api.Node;
import org.gephi.graph.api.TimeRepresentation;
import org.openide.util.Lookup;
import org.openide.util.NbBundle;

/**
 * Gives every node the time from when its object came into being to the end, and every edge the time that both its
 * nodes have, so that Gephi's Timeline can show a graph growing. What the column says nothing of was there from the
 * start; a rest begins with its object. In a graph made for points in time and not for intervals, which Gephi cannot
 * change once it holds nodes, each gets all points from its beginning.
 */
final class Lifetimes {
    /** Gephi's filter by the timeline, in a module that it does not publish. */
    private static final String RANGE = "DynamicRangeFilter";

    private final GraphModel model;
    private final String column;
    private final TreeSet<Double> times = new TreeSet<>();
    private final boolean intervals;

    private Lifetimes(GraphModel model, String column) {
        this.model = model;
        this.column = column;
        this.intervals = ofIntervals(model);
    }

    /**
     * Gives times to the whole graph, in place of those it had. One pass over nodes and edges, about 200 bytes each.
     *
     * @param column whose numbers say when an object came into being
     * @return how many nodes have a beginning of their own; 0 if none does, and then nothing is changed
     */
    static int give(GraphModel model, String column, Task task) {
        Graph graph = model.getGraph();
        Node[] nodes = graph.getNodes().toArray();
        Edge[] edges = graph.getEdges().toArray();
        Lifetimes lifetimes = new Lifetimes(model, column);
        int known = 0;
        for (Node node : nodes) {
            OptionalDouble begin = lifetimes.number(node);
            begin.ifPresent(lifetimes.times::add);
            known += begin.isPresent() ? 1 : 0;
        }
        if (known > 0) {
            remove(model, task);
            task.phase(NbBundle.getMessage(Lifetimes.class, "Lifetimes.work"), (long) nodes.length + edges.length);
            for (Node node : nodes) {
                lifetimes.live(node, lifetimes.begin(node));
                task.done(1);
            }
            for (Edge edge : edges) {
                lifetimes.live(edge, Math.max(lifetimes.begin(edge.getSource()), lifetimes.begin(edge.getTarget())));
                task.done(1);
            }
        }
        return known;
    }

    /** Takes all times away again, and what the timeline hides by them; returns how many nodes had one. */
    static int remove(GraphModel model, Task task) {
        openRange();
        Graph graph = model.getGraph();
        Node[] nodes = graph.getNodes().toArray();
        Edge[] edges = graph.getEdges().toArray();
        task.phase(NbBundle.getMessage(Lifetimes.class, "Lifetimes.work"), (long) nodes.length + edges.length);
        boolean intervals = ofIntervals(model);
        int had = 0;
        for (Node node : nodes) {
            had += clear(node, intervals) ? 1 : 0;
            task.done(1);
        }
        for (Edge edge : edges) {
            clear(edge, intervals);
            task.done(1);
        }
        return had;
    }

    /** Without times the range of Gephi's timeline would stay and hide nearly all: it goes as if switched off. */
    private static void openRange() {
        FilterController filters = Lookup.getDefault().lookup(FilterController.class);
        FilterModel known = filters == null ? null : filters.getModel();
        for (Query query : known == null ? new Query[0] : known.getQueries()) {
            if (Arrays.stream(query.getDescendantsAndSelf())
                .anyMatch(part -> part.getFilter().getClass().getSimpleName().equals(RANGE))) {
                filters.remove(query);
            }
        }
    }

    private static boolean ofIntervals(GraphModel model) {
        return model.getConfiguration().getTimeRepresentation() == TimeRepresentation.INTERVAL;
    }

    private static boolean clear(Element element, boolean intervals) {
        if (intervals) {
            Interval[] lives = element.getIntervals();
            for (Interval life : lives) {
                element.removeInterval(life);
            }
            return lives.length > 0;
        }
        double[] points = element.getTimestamps();
        for (double point : points) {
            element.removeTimestamp(point);
        }
        return points.length > 0;
    }

    private void live(Element element, double begin) {
        if (intervals) {
            element.addInterval(new Interval(begin, times.last()));
        } else {
            times.tailSet(begin).forEach(element::addTimestamp);
        }
    }

    private double begin(Node node) {
        String id = String.valueOf(node.getId());
        Node object = id.endsWith(View.REST)
            ? model.getGraph().getNode(id.substring(0, id.length() - View.REST.length())) : node;
        return object == null ? times.first() : number(object).orElse(times.first());
    }

    private OptionalDouble number(Node node) {
        Object value = node.getTable().hasColumn(column) ? node.getAttribute(column) : null;
        return value instanceof Number ? OptionalDouble.of(((Number) value).doubleValue()) : OptionalDouble.empty();
    }
}
