package io.github.memdump.gephi.statistics;

import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.StopType;
import io.github.memdump.gephi.graph.VisibleGraph;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.graph.Walk;
import io.github.memdump.graph.reach.ReachCounts;
import io.github.memdump.task.Task;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Counts on the edges of a visible graph what its nodes keep alive of it. Exact. */
final class CountOnGraph {
    private final VisibleGraph graph;
    private final Walk walk;
    private final Task task;

    CountOnGraph(VisibleGraph graph, Set<StopType> stops, Task task) {
        Set<String> types = stops.stream().map(StopType::name).collect(Collectors.toSet());
        this.graph = graph;
        this.walk = Walk.over(graph.graph()).stoppingAt(graph.where(
            node -> VisibleGraph.value(node, Column.TYPE.id()).filter(types::contains).isPresent()));
        this.task = task;
    }

    /** Returns whether the nodes tell old from new, by their column {@code in_after}. */
    static boolean comparesDumps(VisibleGraph graph) {
        return !added(graph).isEmpty();
    }

    private static NodeSet added(VisibleGraph graph) {
        return graph.where(VisibleGraph::isNew);
    }

    /** Returns the counts of some nodes; the others have none. */
    GraphFigures of(NodeSet counted) {
        NodeSet added = added(graph);
        long[] all = counts(walk, counted);
        long[] inNew = counts(walk.within(added), counted.and(added));
        return GraphFigures.of(graph.nodes()).numbers(Column.KEEPALIVE_COUNT, place -> all[place])
            .numbers(Column.KEEPALIVE_NEW_COUNT, place -> inNew[place]).build();
    }

    private long[] counts(Walk where, NodeSet counted) {
        int[] sources = counted.toArray();
        int[] counts = ReachCounts.of(where, sources, task);
        long[] byPlace = new long[graph.nodes().length];
        Arrays.fill(byPlace, Findings.ABSENT);
        for (int i = 0; i < sources.length; i++) {
            byPlace[sources[i]] = counts[i];
        }
        return byPlace;
    }
}
