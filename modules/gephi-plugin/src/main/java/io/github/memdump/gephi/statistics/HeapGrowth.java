package io.github.memdump.gephi.statistics;

import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.Grouping;
import io.github.memdump.analysis.HeapDiff;
import io.github.memdump.analysis.Histogram;
import io.github.memdump.gephi.graph.VisibleGraph;
import io.github.memdump.gephi.heap.WorkspaceHeap;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.task.Task;
import java.awt.Component;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JComboBox;
import javax.swing.JList;
import org.gephi.graph.api.Node;
import org.gephi.statistics.spi.StatisticsBuilder;
import org.gephi.statistics.spi.StatisticsUI;
import org.openide.util.lookup.ServiceProvider;
import org.openide.util.lookup.ServiceProviders;

/**
 * What has come between two dumps, by class or allocation site, in the heap and among the objects shown; written to
 * {@code in_after} of the nodes that stand for objects: 1 for a new one, 0 for an old one. Linear time.
 */
public final class HeapGrowth extends HeapStatistic {
    private static final List<Column> COLUMNS = List.of(Column.IN_AFTER);
    private static final int TOP = 30;
    private static final int BARS = 15;

    private Grouping grouping = Grouping.CLASS;

    /** Returns by what the new objects are grouped. */
    public Grouping getGrouping() {
        return grouping;
    }

    /** Sets by what the new objects are grouped in the report: by class, unless set. */
    public void setGrouping(Grouping by) {
        grouping = by;
    }

    @Override
    String name() {
        return text("HeapGrowth");
    }

    @Override
    List<String> definition() {
        return List.of(text("HeapGrowth.definition"));
    }

    @Override
    Computed onHeap(WorkspaceHeap heap, Findings findings, ShownObjects shown, Task watched) throws NoAnswerException {
        HeapDiff diff = findings.diff().orElseThrow(() -> new NoAnswerException(text("HeapGrowth.oneDump")));
        NodeSet added = diff.newObjects();
        NodeSet shownNew = added.and(shown.objects());
        Map<String, Long> shownOf = Histogram.of(findings.heap(), grouping, shownNew).rows().stream()
            .collect(Collectors.toMap(Histogram.Row::key, Histogram.Row::count));
        Map<String, Long> all = Histogram.of(findings.heap(), grouping).rows().stream()
            .collect(Collectors.toMap(Histogram.Row::key, Histogram.Row::count));
        List<Histogram.Row> rows = Histogram.of(findings.heap(), grouping, added).rows();
        ReportTable table = new ReportTable(text("HeapGrowth.table." + grouping.name()),
            List.of(text("HeapGrowth.group." + grouping.name()), text("HeapGrowth.new"), text("HeapGrowth.bytes"),
                text("HeapGrowth.of"), text("HeapGrowth.shown")));
        rows.stream().limit(TOP).forEach(row -> table.row(List.of(named(row.key()), number(row.count()),
            number(row.memsize()), number(all.get(row.key())), number(shownOf.getOrDefault(row.key(), 0L)))));
        return Computed.of(HeapFigures.of(findings, added), columns(heap))
            .writing(shown.nodes(), HeapFigures.of(findings, shown))
            .fact(text("HeapGrowth.onHeap", heap.recipe().title(), added.size(), diff.newMemsize(),
                diff.goneObjects(), shownNew.size()))
            .fact(text(diff.byGeneration() ? "HeapGrowth.byGeneration" : "HeapGrowth.byAddress"))
            .result(added.size()).table(table).chart(bars(rows.stream().limit(BARS).collect(Collectors.toList())))
            .command(heap.dumps().size() > 2 ? new TerminalCommand("growth").onAll(heap).toString()
                : new TerminalCommand("diff").onAll(heap).toString());
    }

    /** Returns the columns to write: of three dumps or more also in which of them an object was first. */
    private static List<Column> columns(WorkspaceHeap heap) {
        List<Column> columns = new ArrayList<>(COLUMNS);
        if (heap.dumps().size() > 2) {
            Column.named("first_dump").ifPresent(columns::add);
        }
        return columns;
    }

    private static BinCounts bars(List<Histogram.Row> rows) {
        return BinCounts.of(rows.stream().map(row -> named(row.key())).collect(Collectors.toList()),
            rows.stream().map(Histogram.Row::count).collect(Collectors.toList()));
    }

    @Override
    Computed onGraph(VisibleGraph graph, Task watched) throws NoAnswerException {
        Map<String, Long> counts = new HashMap<>();
        for (Node node : graph.nodes()) {
            if (VisibleGraph.isNew(node)) {
                counts.merge(key(node), 1L, Long::sum);
            }
        }
        if (counts.isEmpty()) {
            throw new NoAnswerException(text("HeapGrowth.nothingNew"));
        }
        List<Map.Entry<String, Long>> rows = new ArrayList<>(counts.entrySet());
        rows.sort(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()));
        ReportTable table = new ReportTable(text("HeapGrowth.table." + grouping.name()),
            List.of(text("HeapGrowth.group." + grouping.name()), text("HeapGrowth.new")));
        rows.stream().limit(TOP).forEach(row -> table.row(List.of(named(row.getKey()), number(row.getValue()))));
        long added = counts.values().stream().mapToLong(Long::longValue).sum();
        return Computed.of(GraphFigures.of(graph.nodes()).build(), COLUMNS).result(added)
            .fact(text("HeapGrowth.onGraph", added)).table(table)
            .chart(BinCounts.of(rows.stream().limit(BARS).map(row -> named(row.getKey()))
                .collect(Collectors.toList()), rows.stream().limit(BARS).map(Map.Entry::getValue)
                .collect(Collectors.toList())));
    }

    private String key(Node node) {
        if (grouping == Grouping.CLASS) {
            return value(node, Column.CLASS);
        }
        String line = value(node, Column.LINE);
        return value(node, Column.FILE) + (line.isEmpty() ? "" : ":" + line);
    }

    private static String value(Node node, Column column) {
        return VisibleGraph.value(node, column.id()).map(Object::toString).orElse("");
    }

    private static String named(String key) {
        return key.isEmpty() ? text("HeapGrowth.unknown") : key;
    }

    private static String number(long value) {
        return String.format("%,d", value);
    }

    /** Announces the statistic to Gephi. */
    @ServiceProviders({
        @ServiceProvider(service = StatisticsBuilder.class),
        @ServiceProvider(service = StatisticsUI.class)})
    public static final class UI extends HeapStatisticUI<HeapGrowth> {
        /** Announced to Gephi. */
        public UI() {
            super(HeapGrowth.class, HeapGrowth::new, GrowthPanel::new, 1130);
        }
    }

    /** Asks by what new objects are grouped. */
    private static final class GrowthPanel extends SettingsPanel<HeapGrowth> {
        private static final long serialVersionUID = 1L;

        private final JComboBox<Grouping> grouping = new JComboBox<>(new Grouping[] {Grouping.CLASS, Grouping.SITE});

        GrowthPanel() {
            super(HeapStatistic.text("HeapGrowth.hint"));
            grouping.setName("memdump.grouping");
            grouping.setRenderer(new DefaultListCellRenderer() {
                private static final long serialVersionUID = 1L;

                @Override
                public Component getListCellRendererComponent(JList<?> list, Object value, int index,
                    boolean isSelected, boolean hasFocus) {
                    return super.getListCellRendererComponent(list, HeapStatistic.text("GrowthPanel." + value), index,
                        isSelected, hasFocus);
                }
            });
            labelled(HeapStatistic.text("GrowthPanel.grouping"), grouping);
        }

        @Override
        void read(HeapGrowth statistic) {
            grouping.setSelectedItem(statistic.getGrouping());
        }

        @Override
        void write(HeapGrowth statistic) {
            statistic.setGrouping((Grouping) grouping.getSelectedItem());
        }
    }
}
