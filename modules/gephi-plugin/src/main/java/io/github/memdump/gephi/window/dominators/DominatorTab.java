package io.github.memdump.gephi.window.dominators;

import io.github.memdump.analysis.Findings;
import io.github.memdump.gephi.canvas.Highlight;
import io.github.memdump.gephi.heap.WorkspaceHeap;
import io.github.memdump.gephi.swing.Amounts;
import io.github.memdump.gephi.tab.ButtonRow;
import io.github.memdump.gephi.tab.FindingsTab;
import io.github.memdump.gephi.tab.Popup;
import io.github.memdump.gephi.task.Background;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;
import java.awt.BorderLayout;
import java.awt.EventQueue;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.swing.BorderFactory;
import javax.swing.JCheckBox;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import org.openide.awt.Mnemonics;
import org.openide.util.NbBundle;

/** The tab "Dominators": the dominator tree from the whole heap down, and what can be done about its objects. */
public final class DominatorTab extends FindingsTab<DominatorContent> {
    private static final long serialVersionUID = 1L;
    private static final int GAP = 4;
    private static final Map<Findings, WeakReference<DominatorTree>> KNOWN = new WeakHashMap<>();

    private final DominatorTable table = new DominatorTable();
    private final JCheckBox grouped = new JCheckBox();
    private final ButtonRow buttons = new ButtonRow();
    private volatile boolean groups = true;
    private transient DominatorContent content;

    /** Makes the tab; it shows nothing yet. */
    public DominatorTab() {
        table.setName("memdump.dominators");
        table.getAccessibleContext().setAccessibleName(title());
        Mnemonics.setLocalizedText(grouped, text("grouped"));
        grouped.setToolTipText(text("grouped.hint"));
        grouped.setName("memdump.groupByClass");
        grouped.setSelected(groups);
        grouped.addActionListener(event -> group());
        buttons.add(text("retains"), text("retains.hint"), () -> act(NodeActions::showRetained));
        buttons.add(text("holders"), text("holders.hint"), () -> act(NodeActions::showHolders));
        buttons.add(text("select"), text("select.hint"), () -> act(NodeActions::select));
        table.setComponentPopupMenu(new Popup(this::fill));
        table.getSelectionModel().addListSelectionListener(event -> buttons.setEnabled(table.chosenNode() >= 0));
        JPanel panel = new JPanel(new BorderLayout());
        JPanel above = new JPanel(new BorderLayout());
        above.setBorder(BorderFactory.createEmptyBorder(GAP, GAP, GAP, GAP));
        above.add(grouped, BorderLayout.LINE_START);
        panel.add(above, BorderLayout.NORTH);
        JScrollPane scroll = new JScrollPane(table);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        panel.add(scroll, BorderLayout.CENTER);
        JPanel below = new JPanel(new BorderLayout());
        below.setBorder(BorderFactory.createEmptyBorder(GAP, 0, 0, 0));
        below.add(buttons, BorderLayout.SOUTH);
        panel.add(below, BorderLayout.SOUTH);
        setContent(panel);
        buttons.setEnabled(false);
    }

    @Override
    public String title() {
        return text("DominatorTab");
    }

    @Override
    protected DominatorContent compute(WorkspaceHeap of, Findings findings, Task task) {
        return DominatorContent.wholeHeap(tree(findings, task), groups, text("wholeHeap"));
    }

    static DominatorTree tree(Findings findings, Task task) {
        synchronized (KNOWN) {
            WeakReference<DominatorTree> known = KNOWN.get(findings);
            DominatorTree tree = known == null ? null : known.get();
            if (tree == null) {
                tree = DominatorTree.of(findings, task);
                KNOWN.put(findings, new WeakReference<>(tree));
            }
            return tree;
        }
    }

    @Override
    protected void present(WorkspaceHeap of, Findings findings, DominatorContent computed) {
        content = computed;
        table.show(computed);
    }

    @Override
    protected void forget() {
        content = null;
        table.clear();
        buttons.setEnabled(false);
    }

    private void group() {
        groups = grouped.isSelected();
        showWholeHeap();
    }

    private void showWholeHeap() {
        if (content != null) {
            DominatorTree tree = content.tree();
            showLater(() -> DominatorContent.wholeHeap(tree, groups, text("wholeHeap")));
        }
    }

    /** Shows only the objects of a class, those that retain most first. */
    private void showOnly(String name) {
        DominatorTree tree = content.tree();
        Heap heap = tree.heap();
        showLater(() -> {
            int[] objects = tree.ranked(NodeSet.where(heap.objectCount(), each -> heap.className(each).equals(name)));
            return DominatorContent.only(tree, groups, objects, text("ofClass", Amounts.count(objects.length), name));
        });
    }

    private void showLater(Supplier<DominatorContent> made) {
        DominatorTree tree = content.tree();
        Background.run(title(), task -> {
            DominatorContent next = made.get();
            EventQueue.invokeLater(() -> {
                if (content != null && content.tree() == tree) {
                    content = next;
                    table.show(next);
                }
            });
        });
    }

    private void act(Consumer<NodeActions> action) {
        int node = table.chosenNode();
        if (content != null && node >= 0) {
            heap().ifPresent(heap -> action.accept(new NodeActions(heap, content, node)));
        }
    }

    private void fill(Popup popup) {
        int node = table.chosenNode();
        if (node >= 0) {
            boolean isObject = content.branches().isObject(node);
            popup.add(text("popup.retains"), () -> act(NodeActions::showRetained));
            if (isObject) {
                popup.add(text("popup.references"), () -> act(NodeActions::showReferences));
            }
            popup.add(text("popup.holders"), () -> act(NodeActions::showHolders));
            popup.addSeparator();
            if (isObject) {
                popup.add(text("popup.path"), () -> act(NodeActions::addPath));
            }
            popup.add(text("popup.select"), () -> act(NodeActions::select));
            popup.add(text("popup.deselect"), Highlight::end);
            popup.addSeparator();
            String name = content.className(node);
            popup.add(text("popup.onlyClass", name), () -> showOnly(name));
        }
        if (content != null) {
            popup.add(text("popup.whole"), this::showWholeHeap);
        }
        if (node >= 0) {
            popup.addSeparator();
            popup.add(text("popup.copy"), () -> act(NodeActions::copy));
        }
    }

    static String text(String key, Object... values) {
        return NbBundle.getMessage(DominatorTab.class, key, values);
    }
}
