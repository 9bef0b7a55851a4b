package io.github.memdump.gephi.window.histogram;

import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.Grouping;
import io.github.memdump.gephi.answer.RowActions;
import io.github.memdump.gephi.answer.RowSubject;
import io.github.memdump.gephi.heap.WorkspaceHeap;
import io.github.memdump.gephi.swing.Amounts;
import io.github.memdump.gephi.tab.ButtonRow;
import io.github.memdump.gephi.tab.FindingsTab;
import io.github.memdump.gephi.tab.Popup;
import io.github.memdump.gephi.task.Background;
import io.github.memdump.task.Task;
import java.awt.BorderLayout;
import java.awt.EventQueue;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import org.openide.util.NbBundle;
import org.openide.util.RequestProcessor;

/** The tab "Classes": a histogram that can be sorted and searched, and whose rows act on the heap. */
public final class HistogramTab extends FindingsTab<GroupRows> {
    private static final long serialVersionUID = 1L;
    private static final RequestProcessor ARRANGING = new RequestProcessor("Memdump histogram", 1);
    private static final int SETTLE_MILLIS = 60;

    private final HistogramGrid table = new HistogramGrid(() -> act(RowActions::show));
    private final HistogramBar bar = new HistogramBar(this::regroup, this::arrange);
    private final ButtonRow buttons = new ButtonRow();
    private final JLabel found = new JLabel(" ");
    private final transient Consumer<String> inspect;
    private transient HistogramSorter sorter;
    /** Why there is no difference to an earlier dump, if there should be one. */
    private transient Optional<String> alone = Optional.empty();
    private volatile Grouping grouping = Grouping.CLASS;
    private transient RequestProcessor.Task arranging = ARRANGING.create(() -> { });

    /** Makes the tab; it shows nothing yet. Objects are handed to the inspector. */
    public HistogramTab(Consumer<String> inspector) {
        inspect = inspector;
        table.setName("memdump.histogram");
        table.getAccessibleContext().setAccessibleName(title());
        buttons.add(text("show"), text("show.hint"), () -> act(RowActions::show));
        buttons.add(text("holders"), text("holders.hint"), () -> act(RowActions::holders));
        buttons.add(text("select"), text("select.hint"), () -> act(RowActions::select));
        table.setComponentPopupMenu(new Popup(popup -> act(rows -> rows.offer(popup, findings()))));
        table.getSelectionModel().addListSelectionListener(event -> enableButtons());
        JPanel content = new JPanel(new BorderLayout());
        content.add(bar, BorderLayout.NORTH);
        JScrollPane scroll = new JScrollPane(table);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        content.add(scroll, BorderLayout.CENTER);
        JPanel below = new JPanel(new BorderLayout());
        found.setBorder(BorderFactory.createEmptyBorder(3, 6, 3, 6));
        below.add(found, BorderLayout.NORTH);
        below.add(buttons, BorderLayout.SOUTH);
        content.add(below, BorderLayout.SOUTH);
        setContent(content);
        enableButtons();
    }

    @Override
    public String title() {
        return text("HistogramTab");
    }

    @Override
    protected GroupRows compute(WorkspaceHeap of, Findings findings, Task task) {
        return Histograms.of(findings, of.dumps(), task).rows(findings, grouping, task);
    }

    @Override
    protected void present(WorkspaceHeap of, Findings findings, GroupRows rows) {
        if (rows.grouping() != grouping) {
            regroup(grouping);
            return;
        }
        Optional<RowOrder> order = Optional.ofNullable(sorter).map(HistogramSorter::order)
            .filter(known -> known.figure().map(rows.figures()::contains).orElse(true));
        alone = Histograms.problem(findings);
        sorter = new HistogramSorter(new HistogramTableModel(rows), order.orElse(RowOrder.usual(rows)),
            wanted -> arrange());
        sorter.arrange(sorter.order().of(rows, RowSearch.of(bar.typed())));
        table.show(sorter);
        tellFound();
        enableButtons();
    }

    @Override
    protected void forget() {
        sorter = null;
        table.clear();
        found.setText(" ");
        enableButtons();
    }

    /** Groups the objects by something else. */
    private void regroup(Grouping wanted) {
        grouping = wanted;
        Optional<Findings> findings = findings();
        Optional<WorkspaceHeap> heap = heap();
        if (findings.isPresent() && heap.isPresent()) {
            Background.run(title(), task -> {
                GroupRows rows = compute(heap.get(), findings.get(), task);
                EventQueue.invokeLater(() -> {
                    if (findings().filter(now -> now == findings.get()).isPresent() && rows.grouping() == grouping) {
                        present(heap.get(), findings.get(), rows);
                    }
                });
            });
        }
    }

    /** Sorts and searches outside the event thread, after the last key stroke. */
    private void arrange() {
        HistogramSorter of = sorter;
        if (of == null) {
            return;
        }
        RowSearch search = RowSearch.of(bar.typed());
        bar.tell(search.problem());
        RowOrder order = of.order();
        arranging.cancel();
        arranging = ARRANGING.create(() -> {
            int[] rows = order.of(of.getModel().rows(), search);
            EventQueue.invokeLater(() -> {
                if (of == sorter && of.order() == order && search.isFor(bar.typed())) {
                    of.arrange(rows);
                    tellFound();
                }
            });
        });
        arranging.schedule(SETTLE_MILLIS);
    }

    private void tellFound() {
        int all = sorter.getModelRowCount();
        int shown = sorter.getViewRowCount();
        String unit = text("found." + grouping.name().toLowerCase(Locale.ROOT));
        String groups = shown == all ? text("found.all", Amounts.count(all), unit)
            : text("found.some", Amounts.count(shown), Amounts.count(all), unit);
        String told = text("found", groups, Amounts.count(sorter.total(Figure.OBJECTS)),
            Amounts.bytes(sorter.total(Figure.BYTES)));
        found.setText(alone.map(why -> text("found.alone", told, why)).orElse(told));
        found.setToolTipText(found.getText());
    }

    private void enableButtons() {
        buttons.setEnabled(table.getSelectedRowCount() > 0);
    }

    private void act(Consumer<RowActions> action) {
        List<String> keys = table.chosenKeys();
        List<String> names = keys.stream().map(key -> KeyRenderer.name(grouping, key)).collect(Collectors.toList());
        heap().filter(known -> !keys.isEmpty()).ifPresent(known -> action.accept(
            new RowActions(known, RowSubject.ofGroups(grouping, keys, names), inspect)));
    }

    private static String text(String key, Object... values) {
        return NbBundle.getMessage(HistogramTab.class, key, values);
    }
}
