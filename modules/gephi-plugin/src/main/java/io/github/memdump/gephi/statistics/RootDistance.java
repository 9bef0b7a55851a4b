package io.github.memdump.gephi.statistics;

import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;
import io.github.memdump.gephi.graph.VisibleGraph;
import io.github.memdump.gephi.heap.WorkspaceHeap;
import io.github.memdump.graph.BreadthFirst;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.graph.Walk;
import io.github.memdump.task.Task;
import java.util.List;
import org.gephi.statistics.spi.StatisticsBuilder;
import org.gephi.statistics.spi.StatisticsUI;
import org.openide.util.lookup.ServiceProvider;
import org.openide.util.lookup.ServiceProviders;

/**
 * How many references lie between the roots and each object, written to {@code root_distance} of the nodes that stand
 * for objects: 1 for a ROOT object. Linear time.
 */
public final class RootDistance extends HeapStatistic {
    private static final List<Column> COLUMNS = List.of(Column.ROOT_DISTANCE);

    @Override
    String name() {
        return text("RootDistance");
    }

    @Override
    List<String> definition() {
        return List.of(text("RootDistance.definition"));
    }

    @Override
    Computed onHeap(WorkspaceHeap heap, Findings findings, ShownObjects shown, Task watched) {
        Findings found = findings.fromRoots().isPresent() ? findings
            : Findings.of(findings.heap()).distances(watched).build();
        BreadthFirst paths = found.rootDistances().orElseThrow();
        ItemFigures all = HeapFigures.of(found, NodeSet.all(findings.heap().objectCount()));
        return Computed.of(all, COLUMNS).writing(shown.nodes(), HeapFigures.of(found, shown))
            .fact(text("RootDistance.onHeap", heap.recipe().title(), paths.reachedCount(),
                findings.heap().roots().length, all.size() - paths.reachedCount()))
            .fact(text("RootDistance.deepest", Math.max(0, paths.depth())))
            .chart(BinCounts.byValue(all, Column.ROOT_DISTANCE))
            .command(new TerminalCommand("table").with("--columns", "object,class,root_distance").on(heap).toString());
    }

    @Override
    Computed onGraph(VisibleGraph visible, Task watched) throws NoAnswerException {
        NodeSet roots = visible.roots();
        if (roots.isEmpty()) {
            throw new NoAnswerException(text("HeapStatistic.noRoots"));
        }
        BreadthFirst paths = BreadthFirst.from(Walk.over(visible.graph()), roots.toArray(), 1, watched);
        ItemFigures figures = GraphFigures.of(visible.nodes()).numbers(Column.ROOT_DISTANCE,
            place -> paths.isReached(place) ? paths.distance(place) : Findings.ABSENT).build();
        return Computed.of(figures, COLUMNS).writing(visible.nodes(), figures)
            .fact(text("RootDistance.onGraph", paths.reachedCount(), roots.size(),
                figures.size() - paths.reachedCount()))
            .fact(text("RootDistance.deepest", Math.max(0, paths.depth())))
            .chart(BinCounts.byValue(figures, Column.ROOT_DISTANCE));
    }

    /** Announces the statistic to Gephi. */
    @ServiceProviders({
        @ServiceProvider(service = StatisticsBuilder.class),
        @ServiceProvider(service = StatisticsUI.class)})
    public static final class UI extends HeapStatisticUI<RootDistance> {
        /** Announced to Gephi. */
        public UI() {
            super(RootDistance.class, RootDistance::new, 1120);
        }
    }
}
