package io.github.memdump.gephi.window;

import io.github.memdump.gephi.action.BorderView;
import io.github.memdump.gephi.action.CompareWith;
import io.github.memdump.gephi.action.StatisticActions;
import io.github.memdump.gephi.action.KeepAliveStyleAction;
import io.github.memdump.gephi.action.OpenDumps;
import io.github.memdump.gephi.heap.DumpFile;
import io.github.memdump.gephi.heap.EquivalentCommand;
import io.github.memdump.gephi.heap.HeapTies;
import io.github.memdump.gephi.heap.WorkspaceHeap;
import io.github.memdump.gephi.style.AppearanceMenu;
import io.github.memdump.gephi.swing.Amounts;
import io.github.memdump.gephi.tab.HeapTab;
import io.github.memdump.gephi.tab.Popup;
import io.github.memdump.gephi.task.Messages;
import io.github.memdump.gephi.window.dominators.DominatorTab;
import io.github.memdump.gephi.window.dominators.MapTab;
import io.github.memdump.gephi.window.histogram.HistogramTab;
import io.github.memdump.gephi.window.object.ObjectTab;
import io.github.memdump.gephi.window.select.SelectTab;
import io.github.memdump.gephi.window.steps.StepsTab;
import io.github.memdump.view.ViewBudget;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.Insets;
import java.awt.Point;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.awt.event.ActionListener;
import java.util.List;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import org.openide.awt.Mnemonics;
import org.openide.util.ImageUtilities;
import org.openide.util.NbBundle;

/** The inside of the Memdump window: its toolbar, the facts of the current workspace, the memory in use. */
final class MemdumpPanel extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final String ICONS = "io/github/memdump/gephi/action/";

    private final FactsPane facts = new FactsPane();
    private final List<TabPlace> tabs = List.of(
        TabPlace.of(HistogramTab.class, () -> new HistogramTab(InspectObject::inspect)),
        TabPlace.of(DominatorTab.class, DominatorTab::new), TabPlace.of(MapTab.class, MapTab::new),
        TabPlace.of(ObjectTab.class, ObjectTab::new),
        TabPlace.of(SelectTab.class, () -> new SelectTab(InspectObject::inspect)),
        TabPlace.of(StepsTab.class, StepsTab::new));
    private final WindowTabs tabbed = new WindowTabs();
    private final JLabel memory = new JLabel(" ");
    private final JButton compare = button("compare", "CompareWith", new CompareWith());
    private final JButton border = button("border", "BorderView", new BorderView());
    private final JButton style = button("style", "KeepAliveStyleAction", new KeepAliveStyleAction());
    private final JButton looks = button("looks", "AppearanceMenu", new AppearanceMenu());
    private final JButton count = button("count", "KeepAliveCountAction", StatisticActions.keepAliveCount());
    private final JButton copy = button("copy", "copy", event -> copyCommand());

    MemdumpPanel() {
        super(new BorderLayout());
        add(new WindowBar(button("open", "OpenDumps", new OpenDumps()), compare, border, style, looks, count, copy),
            BorderLayout.NORTH);
        JScrollPane scroll = new JScrollPane(facts);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        scroll.getViewport().setOpaque(false);
        scroll.setOpaque(false);
        scroll.setPreferredSize(new Dimension(240, 300));
        tabbed.addTab(text("MemdumpPanel.facts"), scroll);
        for (TabPlace tab : tabs) {
            tabbed.addTab(tab.title(), tab);
        }
        add(tabbed, BorderLayout.CENTER);
        memory.setBorder(BorderFactory.createEmptyBorder(3, 8, 3, 8));
        add(memory, BorderLayout.SOUTH);
    }

    private static JButton button(String icon, String action, ActionListener listener) {
        JButton button = new JButton();
        Mnemonics.setLocalizedText(button, text("MemdumpPanel." + action));
        button.setToolTipText(text("MemdumpPanel." + action + ".hint"));
        button.setIcon(ImageUtilities.loadImageIcon(ICONS + icon + ".png", false));
        button.setMargin(new Insets(2, 0, 2, 0));
        button.setIconTextGap(2);
        button.setHorizontalAlignment(JButton.LEADING);
        button.setName("memdump." + action);
        button.addActionListener(listener);
        return button;
    }

    /** Shows facts, and what can be done with the workspace that they are about. */
    void show(String html, boolean project, Optional<WorkspaceHeap> heap) {
        facts.show(html);
        tabs.forEach(tab -> tab.show(heap));
        compare.setEnabled(heap.isPresent());
        border.setEnabled(heap.isPresent());
        copy.setEnabled(heap.isPresent());
        style.setEnabled(project);
        looks.setEnabled(project);
        count.setEnabled(project);
    }

    /** Makes the links of the facts act on the dumps of the project. */
    void link(ProjectDumps dumps) {
        facts.onLink(link -> dumps.linked(link).ifPresent(dump -> offerToCompare(dumps, dump)));
    }

    private void offerToCompare(ProjectDumps dumps, DumpFile dump) {
        ViewBudget budget = HeapTies.current().map(heap -> heap.recipe().budget()).orElse(ViewBudget.DEFAULT);
        List<DumpFile> others = dumps.others(dump);
        if (others.isEmpty()) {
            CompareWith.compare(dump, budget);
            return;
        }
        Popup popup = new Popup(filled -> {
            others.forEach(other -> filled.add(text("MemdumpPanel.compareWith", other.name()),
                () -> BorderView.open(other.path(), dump, budget)));
            filled.add(text("MemdumpPanel.compareWithFile"), () -> CompareWith.compare(dump, budget));
        });
        Point mouse = facts.getMousePosition();
        popup.show(facts, mouse == null ? 0 : mouse.x, mouse == null ? 0 : mouse.y);
    }

    /** Turns to a tab and returns it. */
    <T extends HeapTab> Optional<T> turnTo(Class<T> wanted) {
        Optional<TabPlace> place = tabs.stream().filter(each -> each.isOf(wanted)).findFirst();
        place.ifPresent(tabbed::select);
        return place.map(TabPlace::tab).map(wanted::cast);
    }

    /** Shows how much memory is in use. */
    void showMemory() {
        Runtime runtime = Runtime.getRuntime();
        memory.setText(text("MemdumpPanel.memory", Amounts.bytes(runtime.totalMemory() - runtime.freeMemory()),
            Amounts.bytes(runtime.maxMemory())));
        memory.setToolTipText(memory.getText());
    }

    private static void copyCommand() {
        HeapTies.current().flatMap(heap -> EquivalentCommand.of(heap.recipe())).ifPresentOrElse(
            command -> Toolkit.getDefaultToolkit().getSystemClipboard()
                .setContents(new StringSelection(command), null),
            () -> Messages.information(text("MemdumpPanel.noCommand")));
    }

    private static String text(String key, Object... values) {
        return NbBundle.getMessage(MemdumpPanel.class, key, values);
    }
}
