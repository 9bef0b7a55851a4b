package io.github.memdump.gephi.filter;

import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.HeapDiff;
import io.github.memdump.gephi.graph.VisibleGraph;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.graph.Reachability;
import io.github.memdump.graph.Walk;
import io.github.memdump.task.Task;
import org.gephi.filters.spi.FilterBuilder;
import org.openide.util.lookup.ServiceProvider;

/** Keeps what the objects of a selection keep alive, themselves included; of the new objects alone, unless set. */
public final class KeptAliveFilter extends SelectionFilter {
    private boolean insideNew = true;

    /** Makes a filter that keeps everything. */
    public KeptAliveFilter() {
        property(Boolean.class, "insideNew");
    }

    /** Returns whether walks stay inside the new objects. */
    public boolean isInsideNew() {
        return insideNew;
    }

    /** Sets whether walks stay inside the new objects, where there is an earlier dump: they do, unless set. */
    public void setInsideNew(boolean stays) {
        insideNew = stays;
    }

    @Override
    String parameters() {
        return Boolean.toString(insideNew);
    }

    @Override
    NodeSet onHeap(NodeSet selected, Findings findings, Task task) {
        Walk walk = Walk.over(findings.heap().references());
        if (insideNew && findings.diff().isPresent()) {
            walk = walk.within(findings.diff().map(HeapDiff::newObjects).orElseThrow());
        }
        return Reachability.from(walk, selected.toArray(), task);
    }

    @Override
    NodeSet onGraph(NodeSet selected, VisibleGraph graph) {
        Walk walk = Walk.over(graph.graph());
        NodeSet added = graph.where(VisibleGraph::isNew);
        return Reachability.from(insideNew && !added.isEmpty() ? walk.within(added) : walk, selected.toArray(),
            Task.UNWATCHED);
    }

    /** Announces {@link KeptAliveFilter}. */
    @ServiceProvider(service = FilterBuilder.class)
    public static final class Builder extends HeapFilterBuilder<KeptAliveFilter> {
        /** Announced to Gephi. */
        public Builder() {
            super(KeptAliveFilter.class, KeptAliveFilter::new, FilterPanels::ofKeptAlive);
        }
    }
}
