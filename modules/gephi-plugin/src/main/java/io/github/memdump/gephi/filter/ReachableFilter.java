package io.github.memdump.gephi.filter;

import io.github.memdump.analysis.Findings;
import io.github.memdump.gephi.graph.VisibleGraph;
import io.github.memdump.graph.BreadthFirst;
import io.github.memdump.graph.Graph;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.graph.Reachability;
import io.github.memdump.graph.Walk;
import io.github.memdump.task.Task;
import org.gephi.filters.spi.FilterBuilder;
import org.openide.util.lookup.ServiceProvider;

/** Keeps what can be reached from the objects of a selection, themselves included. */
public final class ReachableFilter extends SelectionFilter {
    /** The depth of walks that go as far as there is anything. */
    public static final int ANY_DEPTH = 0;

    private int depth = ANY_DEPTH;

    /** Makes a filter that keeps everything. */
    public ReachableFilter() {
        property(Integer.class, "depth");
    }

    /** Returns how many references walks follow. */
    public Integer getDepth() {
        return depth;
    }

    /** Sets how many references walks follow: {@link #ANY_DEPTH}, unless set. */
    public void setDepth(Integer steps) {
        depth = Math.max(ANY_DEPTH, steps);
    }

    @Override
    String parameters() {
        return Integer.toString(depth);
    }

    @Override
    NodeSet onHeap(NodeSet selected, Findings findings, Task task) {
        return reached(selected, findings.heap().references(), task);
    }

    @Override
    NodeSet onGraph(NodeSet selected, VisibleGraph graph) {
        return reached(selected, graph.graph(), Task.UNWATCHED);
    }

    private NodeSet reached(NodeSet selected, Graph graph, Task task) {
        Walk walk = Walk.over(graph);
        if (depth == ANY_DEPTH) {
            return Reachability.from(walk, selected.toArray(), task);
        }
        BreadthFirst paths = BreadthFirst.from(walk, selected.toArray(), 0, task);
        return NodeSet.where(graph.nodeCount(), node -> paths.isReached(node) && paths.distance(node) <= depth);
    }

    /** Announces {@link ReachableFilter}. */
    @ServiceProvider(service = FilterBuilder.class)
    public static final class Builder extends HeapFilterBuilder<ReachableFilter> {
        /** Announced to Gephi. */
        public Builder() {
            super(ReachableFilter.class, ReachableFilter::new, FilterPanels::ofReachable);
        }
    }
}
