package io.github.memdump.gephi.filter;

import io.github.memdump.view.View;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.gephi.filters.spi.FilterProperty;
import org.gephi.filters.spi.NodeFilter;
import org.gephi.graph.api.Graph;
import org.gephi.graph.api.Node;
import org.openide.util.NbBundle;

/**
 * A filter that keeps the nodes of some objects. A node that stands for what a view does not show of an object is kept
 * with that object. What to keep is found once for each evaluation, when the first node is asked for.
 */
public abstract class HeapFilter implements NodeFilter {
    private final List<FilterProperty> properties = new ArrayList<>();
    private Predicate<Node> kept;

    /** For the filters of this package. */
    HeapFilter() {
    }

    /** Adds a property that has a getter and a setter of its name. */
    final void property(Class<?> type, String name) {
        try {
            properties.add(FilterProperty.createProperty(this, type, name));
        } catch (NoSuchMethodException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    /** Returns which nodes are kept of a graph. */
    abstract Predicate<Node> kept(Graph graph);

    /** Gephi calls this on the event thread too: nothing is done yet. */
    @Override
    public final boolean init(Graph graph) {
        kept = null;
        return true;
    }

    @Override
    public final boolean evaluate(Graph graph, Node node) {
        if (kept == null) {
            kept = kept(graph);
        }
        return kept.test(owner(graph, node));
    }

    private static Node owner(Graph graph, Node node) {
        String id = String.valueOf(node.getId());
        Node owner = id.endsWith(View.REST)
            ? graph.getModel().getGraph().getNode(id.substring(0, id.length() - View.REST.length())) : null;
        return owner == null ? node : owner;
    }

    @Override
    public final void finish() {
        kept = null;
    }

    @Override
    public String getName() {
        return text(getClass().getSimpleName());
    }

    @Override
    public final FilterProperty[] getProperties() {
        return properties.toArray(new FilterProperty[0]);
    }

    /** Returns a property by its name. */
    final FilterProperty property(String name) {
        return properties.stream().filter(property -> property.getName().equals(name)).findFirst().orElseThrow();
    }

    /** Returns a text of this package. */
    static String text(String key, Object... values) {
        return NbBundle.getMessage(HeapFilter.class, key, values);
    }
}
