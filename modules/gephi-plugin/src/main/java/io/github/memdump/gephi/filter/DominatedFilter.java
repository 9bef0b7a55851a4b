package io.github.memdump.gephi.filter;

import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.Retained;
import io.github.memdump.gephi.graph.VisibleGraph;
import io.github.memdump.graph.Dominators;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.task.Task;
import org.gephi.filters.spi.FilterBuilder;
import org.openide.util.lookup.ServiceProvider;

/** Keeps what the objects of a selection dominate, themselves included: what would be freed with one of them. */
public final class DominatedFilter extends SelectionFilter {
    @Override
    String parameters() {
        return "";
    }

    @Override
    NodeSet onHeap(NodeSet selected, Findings findings, Task task) {
        Retained retained = findings.retained().orElseGet(() -> Retained.of(findings.heap(), task));
        return dominated(selected, retained.dominators(), task);
    }

    @Override
    NodeSet onGraph(NodeSet selected, VisibleGraph graph) {
        return dominated(selected, Dominators.of(graph.graph(), graph.graph().reversed(), graph.roots(),
            Task.UNWATCHED), Task.UNWATCHED);
    }

    private static NodeSet dominated(NodeSet selected, Dominators dominators, Task task) {
        NodeSet.Builder dominated = NodeSet.builder(dominators.nodeCount());
        for (int node : dominators.topDown(task)) {
            int above = dominators.dominator(node);
            if (selected.contains(node) || above >= 0 && dominated.contains(above)) {
                dominated.add(node);
            }
        }
        return dominated.build();
    }

    /** Announces {@link DominatedFilter}. */
    @ServiceProvider(service = FilterBuilder.class)
    public static final class Builder extends HeapFilterBuilder<DominatedFilter> {
        /** Announced to Gephi. */
        public Builder() {
            super(DominatedFilter.class, DominatedFilter::new, FilterPanels::ofDominated);
        }
    }
}
