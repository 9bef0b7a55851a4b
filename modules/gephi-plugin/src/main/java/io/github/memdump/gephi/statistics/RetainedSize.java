package io.github.memdump.gephi.statistics;

import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.StopType;
import io.github.memdump.analysis.WalkBarrier;
import io.github.memdump.gephi.graph.VisibleGraph;
import io.github.memdump.gephi.heap.WorkspaceHeap;
import io.github.memdump.graph.Dominators;
import io.github.memdump.graph.Graph;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.graph.Reachability;
import io.github.memdump.graph.Walk;
import io.github.memdump.task.Task;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gephi.statistics.spi.StatisticsBuilder;
import org.gephi.statistics.spi.StatisticsUI;
import org.openide.util.lookup.ServiceProvider;
import org.openide.util.lookup.ServiceProviders;

/**
 * What would be freed with each object: {@code retained_size} in bytes, {@code retained_count} in objects, and the
 * {@code dominator}, of the nodes that stand for objects. Exact; time as {@link Dominators} says.
 */
public final class RetainedSize extends HeapStatistic {
    private static final List<Column> COLUMNS = List.of(Column.RETAINED_SIZE, Column.RETAINED_COUNT, Column.DOMINATOR);

    private Set<StopType> stops = EnumSet.noneOf(StopType.class);

    /** Returns the types of objects that are held for good. */
    public Set<StopType> getStops() {
        return EnumSet.copyOf(stops);
    }

    /** Sets the types of objects that are held for good, as ROOT objects are: none, unless set. */
    public void setStops(Set<StopType> types) {
        stops = types.isEmpty() ? EnumSet.noneOf(StopType.class) : EnumSet.copyOf(types);
    }

    @Override
    String name() {
        return text("RetainedSize");
    }

    @Override
    List<String> definition() {
        return List.of(text("RetainedSize.definition"), text("RetainedSize.definition.dominator"));
    }

    @Override
    Computed onHeap(WorkspaceHeap heap, Findings findings, ShownObjects shown, Task watched) {
        WalkBarrier held = WalkBarrier.of(stops);
        Findings found = held.isEmpty() && findings.stops().isEmpty() && findings.retained().isPresent() ? findings
            : Findings.of(findings.heap()).stoppingAt(held).retained(watched).build();
        ItemFigures all = HeapFigures.of(found, NodeSet.all(findings.heap().objectCount()));
        int reachable = found.retained().orElseThrow().dominators().reachableCount();
        return Computed.of(all, COLUMNS).writing(shown.nodes(), HeapFigures.of(found, shown))
            .fact(text("RetainedSize.onHeap", heap.recipe().title(), reachable, all.size() - reachable))
            .fact(stopped()).groupedByClass().chart(BinCounts.byPowers(all, Column.RETAINED_SIZE))
            .command(new TerminalCommand("dominators").stoppingAt(held).on(heap).toString());
    }

    private String stopped() {
        return stops.isEmpty() ? text("HeapStatistic.noStops") : text("RetainedSize.stops", StopBoxes.words(stops));
    }

    @Override
    Computed onGraph(VisibleGraph visible, Task watched) throws NoAnswerException {
        Graph graph = visible.graph();
        NodeSet roots = visible.roots();
        if (roots.isEmpty()) {
            throw new NoAnswerException(text("HeapStatistic.noRoots"));
        }
        Set<String> types = stops.stream().map(StopType::name).collect(Collectors.toSet());
        NodeSet reached = Reachability.from(Walk.over(graph), roots.toArray(), watched);
        NodeSet held = roots.or(reached.and(visible.where(
            node -> VisibleGraph.value(node, Column.TYPE.id()).filter(types::contains).isPresent())));
        Dominators dominators = Dominators.of(graph, graph.reversed(), held, watched);
        int[] counts = dominators.retainedCounts(watched);
        long[] sizes = dominators.retainedSums(place -> memsize(visible, place), watched);
        ItemFigures figures = GraphFigures.of(visible.nodes())
            .numbers(Column.RETAINED_COUNT, place -> counts[place] == 0 ? Findings.ABSENT : counts[place])
            .numbers(Column.RETAINED_SIZE, place -> counts[place] == 0 ? Findings.ABSENT : sizes[place])
            .texts(Column.DOMINATOR, place -> dominator(visible, dominators.dominator(place))).build();
        return Computed.of(figures, COLUMNS).writing(visible.nodes(), figures)
            .fact(text("RetainedSize.onGraph", dominators.reachableCount(), roots.size(),
                figures.size() - dominators.reachableCount()))
            .fact(stopped()).groupedByClass().chart(BinCounts.byPowers(figures, Column.RETAINED_SIZE));
    }

    private static long memsize(VisibleGraph visible, int place) {
        return VisibleGraph.value(visible.nodes()[place], Column.MEMSIZE.id()).filter(Number.class::isInstance)
            .map(value -> Math.max(0, ((Number) value).longValue())).orElse(0L);
    }

    private static String dominator(VisibleGraph visible, int place) {
        if (place == Dominators.UNREACHABLE) {
            return "";
        }
        return place == Dominators.VIRTUAL_ROOT ? "ALL_ROOTS" : String.valueOf(visible.nodes()[place].getId());
    }

    /** Announces the statistic to Gephi. */
    @ServiceProviders({
        @ServiceProvider(service = StatisticsBuilder.class),
        @ServiceProvider(service = StatisticsUI.class)})
    public static final class UI extends HeapStatisticUI<RetainedSize> {
        /** Announced to Gephi. */
        public UI() {
            super(RetainedSize.class, RetainedSize::new, RetainedPanel::new, 1110);
        }
    }

    /** Asks which objects are held for good where retained sizes are computed. */
    private static final class RetainedPanel extends SettingsPanel<RetainedSize> {
        private static final long serialVersionUID = 1L;

        private final StopBoxes stops = new StopBoxes(HeapStatistic.text("RetainedPanel.stops.hint"));

        RetainedPanel() {
            super(HeapStatistic.text("RetainedSize.hint"));
            labelled(HeapStatistic.text("RetainedPanel.stops"), stops);
        }

        @Override
        void read(RetainedSize statistic) {
            stops.tick(statistic.getStops());
        }

        @Override
        void write(RetainedSize statistic) {
            statistic.setStops(stops.ticked());
        }
    }
}
