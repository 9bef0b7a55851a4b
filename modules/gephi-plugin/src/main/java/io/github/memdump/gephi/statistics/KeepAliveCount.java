package io.github.memdump.gephi.statistics;

import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.HeapDiff;
import io.github.memdump.analysis.StopType;
import io.github.memdump.analysis.WalkBarrier;
import io.github.memdump.gephi.graph.VisibleGraph;
import io.github.memdump.gephi.heap.WorkspaceHeap;
import io.github.memdump.gephi.subject.SelectionField;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.graph.reach.ReachBudget;
import io.github.memdump.task.Task;
import io.github.memdump.view.SubjectText;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.swing.ButtonGroup;
import javax.swing.JCheckBox;
import javax.swing.JRadioButton;
import org.gephi.statistics.spi.StatisticsBuilder;
import org.gephi.statistics.spi.StatisticsUI;
import org.openide.awt.Mnemonics;
import org.openide.util.lookup.ServiceProvider;
import org.openide.util.lookup.ServiceProviders;

/**
 * How many objects each of some objects keeps alive, written to {@code keepalive_count} and, where two dumps are
 * compared, {@code keepalive_new_count}, of the nodes that stand for them. Exact, unless all objects of a heap are
 * counted and exactness is not asked for; time as {@link io.github.memdump.analysis.KeepAlive} says.
 */
public final class KeepAliveCount extends HeapStatistic {
    private KeepAliveSubjects objects = KeepAliveSubjects.SHOWN;
    private String selection = "";
    private Set<StopType> stops = EnumSet.noneOf(StopType.class);
    private boolean exact;

    /** Returns which objects are counted for. */
    public KeepAliveSubjects getObjects() {
        return objects;
    }

    /** Sets which objects are counted for: those shown, unless set. */
    public void setObjects(KeepAliveSubjects counted) {
        objects = counted;
    }

    /** Returns the selection. */
    public String getSelection() {
        return selection;
    }

    /** Sets the selection that {@link KeepAliveSubjects#SELECTION} means. */
    public void setSelection(String text) {
        selection = text;
    }

    /** Returns the types of objects that walks do not go through. */
    public Set<StopType> getStops() {
        return EnumSet.copyOf(stops);
    }

    /** Sets the types of objects that walks do not go through: none, unless set. */
    public void setStops(Set<StopType> types) {
        stops = types.isEmpty() ? EnumSet.noneOf(StopType.class) : EnumSet.copyOf(types);
    }

    /** Returns whether nothing may be estimated. */
    public boolean isExact() {
        return exact;
    }

    /** Sets whether nothing may be estimated, however long it takes; only where all objects are counted is there. */
    public void setExact(boolean demanded) {
        exact = demanded;
    }

    @Override
    String name() {
        return text("KeepAliveCount");
    }

    @Override
    List<String> definition() {
        return List.of(text("KeepAliveCount.definition"), text("KeepAliveCount.definition.new"));
    }

    @Override
    Computed onHeap(WorkspaceHeap heap, Findings findings, ShownObjects shown, Task watched) throws NoAnswerException {
        NodeSet counted = counted(findings, shown, watched);
        WalkBarrier walksStop = WalkBarrier.of(stops);
        ReachBudget budget = exact || objects != KeepAliveSubjects.ALL ? ReachBudget.UNLIMITED : ReachBudget.USUAL;
        Findings.Builder counting = Findings.of(findings.heap()).stoppingAt(walksStop).within(budget);
        findings.diff().ifPresent(diff -> counting.compared(diff, watched));
        Findings found = counting.keepAliveOf(counted, watched).build();
        Optional<HeapDiff> diff = found.diff().filter(compared -> !compared.newObjects().and(counted).isEmpty());
        int estimated = found.keepAlive().orElseThrow().estimated();
        List<Column> columns = columns(diff.isPresent());
        if (estimated > 0) {
            columns.add(Column.KEEPALIVE_ESTIMATED);
        }
        ItemFigures ranked = HeapFigures.of(found, counted);
        Computed computed = Computed.of(ranked, columns).writing(shown.nodes(), HeapFigures.of(found, shown))
            .fact(text("KeepAliveCount.onHeap." + objects.name(), counted.size(), heap.recipe().title(), selection))
            .fact(estimated == 0 ? text("KeepAliveCount.isExact") : text("KeepAliveCount.estimated", estimated,
                (int) Math.ceil(100 * found.keepAlive().orElseThrow().relativeError())))
            .fact(stopped());
        return computed.groupedByClass().chart(BinCounts.byPowers(ranked, computed.leading()))
            .command(command(heap, walksStop));
    }

    private NodeSet counted(Findings findings, ShownObjects shown, Task watched) throws NoAnswerException {
        switch (objects) {
            case ALL:
                return NodeSet.all(findings.heap().objectCount());
            case BORDER:
                return findings.border().orElseThrow(
                    () -> new NoAnswerException(text("KeepAliveCount.noBorder"))).newBorder();
            case SELECTION:
                return selected(findings, watched);
            default:
                if (shown.objects().isEmpty()) {
                    throw new NoAnswerException(text("KeepAliveCount.groups"));
                }
                return shown.objects();
        }
    }

    private NodeSet selected(Findings findings, Task watched) throws NoAnswerException {
        Optional<String> problem = SubjectText.problem(selection);
        if (problem.isPresent()) {
            throw new NoAnswerException(problem.get());
        }
        try {
            return SubjectText.objects(selection, findings, watched);
        } catch (IllegalArgumentException wrong) {
            throw new NoAnswerException(wrong.getMessage());
        }
    }

    private static List<Column> columns(boolean comparesDumps) {
        return comparesDumps ? new ArrayList<>(List.of(Column.KEEPALIVE_NEW_COUNT, Column.KEEPALIVE_COUNT))
            : new ArrayList<>(List.of(Column.KEEPALIVE_COUNT));
    }

    private String stopped() {
        return stops.isEmpty() ? text("HeapStatistic.noStops") : text("KeepAliveCount.stops", StopBoxes.words(stops));
    }

    private String command(WorkspaceHeap heap, WalkBarrier walksStop) {
        if (objects == KeepAliveSubjects.BORDER) {
            return new TerminalCommand("border").stoppingAt(walksStop).onBothEnds(heap).toString();
        }
        TerminalCommand command = new TerminalCommand("keepalive").since(heap).stoppingAt(walksStop);
        if (objects == KeepAliveSubjects.SELECTION) {
            command.with("--where", SubjectText.selection(selection.trim()));
        }
        return (exact ? command.with("--exact") : command).on(heap).toString();
    }

    @Override
    Computed onGraph(VisibleGraph graph, Task watched) throws NoAnswerException {
        ItemFigures figures = new CountOnGraph(graph, stops, watched).of(countedOf(graph));
        boolean compares = CountOnGraph.comparesDumps(graph);
        Computed computed = Computed.of(figures, columns(compares)).writing(graph.nodes(), figures)
            .fact(text("KeepAliveCount.onGraph", graph.nodes().length)).fact(stopped());
        return computed.groupedByClass().chart(BinCounts.byPowers(figures, computed.leading()));
    }

    private NodeSet countedOf(VisibleGraph graph) throws NoAnswerException {
        switch (objects) {
            case BORDER:
                NodeSet border = graph.where(node -> VisibleGraph.value(node, Column.BORDER.id())
                    .filter("new"::equals).isPresent());
                if (border.isEmpty()) {
                    throw new NoAnswerException(text("KeepAliveCount.noBorder"));
                }
                return border;
            case SELECTION:
                throw new NoAnswerException(text("HeapStatistic.selectionNeedsHeap"));
            default:
                return NodeSet.all(graph.nodes().length);
        }
    }

    /** Announces the statistic to Gephi. */
    @ServiceProviders({
        @ServiceProvider(service = StatisticsBuilder.class),
        @ServiceProvider(service = StatisticsUI.class)})
    public static final class UI extends HeapStatisticUI<KeepAliveCount> {
        /** Announced to Gephi. */
        public UI() {
            super(KeepAliveCount.class, KeepAliveCount::new, KeepAlivePanel::new, 1100);
        }
    }

    /** Asks which objects keep-alive is counted for, and how. */
    private static final class KeepAlivePanel extends SettingsPanel<KeepAliveCount> {
        private static final long serialVersionUID = 1L;

        private final Map<KeepAliveSubjects, JRadioButton> buttons = new EnumMap<>(KeepAliveSubjects.class);
        private final SelectionField selection =
            new SelectionField(SubjectText::problem, HeapStatistic.text("KeepAlivePanel.example"));
        private final JCheckBox exact = new JCheckBox();
        private final StopBoxes stops = new StopBoxes(HeapStatistic.text("KeepAlivePanel.stops.hint"));

        KeepAlivePanel() {
            super(HeapStatistic.text("KeepAliveCount.hint"));
            ButtonGroup group = new ButtonGroup();
            for (KeepAliveSubjects objects : KeepAliveSubjects.values()) {
                JRadioButton button = new JRadioButton();
                Mnemonics.setLocalizedText(button, HeapStatistic.text("KeepAlivePanel." + objects.name()));
                button.setName("memdump.count." + objects.name());
                button.addChangeListener(event -> enableParts());
                buttons.put(objects, button);
                group.add(button);
            }
            line(buttons.get(KeepAliveSubjects.SHOWN));
            line(buttons.get(KeepAliveSubjects.BORDER));
            line(buttons.get(KeepAliveSubjects.SELECTION));
            indented(selection);
            line(buttons.get(KeepAliveSubjects.ALL));
            Mnemonics.setLocalizedText(exact, HeapStatistic.text("KeepAlivePanel.exact"));
            indented(exact);
            labelled(HeapStatistic.text("KeepAlivePanel.stops"), stops);
            enableParts();
        }

        private void enableParts() {
            selection.setEnabled(buttons.get(KeepAliveSubjects.SELECTION).isSelected());
            exact.setEnabled(buttons.get(KeepAliveSubjects.ALL).isSelected());
        }

        @Override
        void read(KeepAliveCount statistic) {
            buttons.get(statistic.getObjects()).setSelected(true);
            selection.field().setText(statistic.getSelection());
            exact.setSelected(statistic.isExact());
            stops.tick(statistic.getStops());
        }

        @Override
        void write(KeepAliveCount statistic) {
            buttons.forEach((objects, button) -> {
                if (button.isSelected()) {
                    statistic.setObjects(objects);
                }
            });
            statistic.setSelection(selection.text());
            statistic.setExact(exact.isSelected());
            statistic.setStops(stops.ticked());
        }
    }
}
