package io.github.memdump.gephi.window.dominators;

import io.github.memdump.analysis.Findings;
import io.github.memdump.gephi.task.Background;
import io.github.memdump.gephi.window.Amounts;
import io.github.memdump.gephi.window.ButtonRow;
import io.github.memdump.gephi.window.FindingsTab;
import io.github.memdump.gephi.window.HeapViews;
import io.github.memdump.gephi.window.Popup;
import io.github.memdump.gephi.workspace.WorkspaceHeap;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;
import io.github.memdump.view.Recipe;
import io.github.memdump.view.Step;
import java.awt.BorderLayout;
import java.awt.EventQueue;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.BiConsumer;
import javax.swing.BorderFactory;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import org.openide.util.NbBundle;

/** The tab "Dominators": the dominator tree from the whole heap down, and what can be done about its objects. */
public final class DominatorTab extends FindingsTab<DominatorTab.Content> {
    private static final long serialVersionUID = 1L;
    private static final Map<Findings, WeakReference<DominatorTree>> KNOWN = new WeakHashMap<>();

    private final DominatorTable table = new DominatorTable();
    private final ButtonRow buttons = new ButtonRow();
    private transient Content content;

    /** A tree and the rows with which it begins. */
    static final class Content {
        private final DominatorTree tree;
        private final DominatorRows rows;

        Content(DominatorTree tree) {
            this.tree = tree;
            this.rows = new DominatorRows(tree);
        }
    }

    /** Makes the tab; it shows nothing yet. */
    public DominatorTab() {
        table.setName("memdump.dominators");
        table.getAccessibleContext().setAccessibleName(title());
        buttons.add(text("retains"), text("retains.hint"), () -> act(DominatorTab::showRetained));
        buttons.add(text("holders"), text("holders.hint"), () -> act(DominatorTab::showHolders));
        buttons.add(text("select"), text("select.hint"), () -> act(DominatorTab::select));
        table.setComponentPopupMenu(new Popup(this::fill));
        table.getSelectionModel().addListSelectionListener(event -> buttons.setEnabled(table.chosenObject() >= 0));
        JPanel panel = new JPanel(new BorderLayout());
        JScrollPane scroll = new JScrollPane(table);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        panel.add(scroll, BorderLayout.CENTER);
        JPanel below = new JPanel(new BorderLayout());
        below.setBorder(BorderFactory.createEmptyBorder(4, 0, 0, 0));
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
    protected Content compute(WorkspaceHeap of, Findings findings, Task task) {
        synchronized (KNOWN) {
            WeakReference<DominatorTree> known = KNOWN.get(findings);
            DominatorTree tree = known == null ? null : known.get();
            if (tree == null) {
                tree = DominatorTree.of(findings, task);
                KNOWN.put(findings, new WeakReference<>(tree));
            }
            return new Content(tree);
        }
    }

    @Override
    protected void present(WorkspaceHeap of, Findings findings, Content computed) {
        content = computed;
        wholeTree();
    }

    @Override
    protected void forget() {
        content = null;
        table.clear();
        buttons.setEnabled(false);
    }

    private void wholeTree() {
        table.show(content.tree, new DominatorWords(content.tree, content.rows, text("wholeHeap")));
    }

    /** Shows only the objects of the class of an object, those that retain most first. */
    private void onlyItsClass(int object) {
        DominatorTree tree = content.tree;
        Heap heap = tree.heap();
        String name = heap.className(object);
        Background.run(title(), task -> {
            int[] objects = tree.ranked(NodeSet.where(heap.objectCount(), each -> heap.className(each).equals(name)));
            DominatorRows rows = new DominatorRows(tree, objects);
            EventQueue.invokeLater(() -> {
                if (content != null && content.tree == tree) {
                    table.show(tree, new DominatorWords(tree, rows,
                        text("ofClass", Amounts.count(objects.length), name)));
                }
            });
        });
    }

    private void act(BiConsumer<WorkspaceHeap, String> action) {
        int object = table.chosenObject();
        if (content != null && object >= 0) {
            heap().ifPresent(heap -> action.accept(heap, content.tree.heap().identity(object)));
        }
    }

    private static void showRetained(WorkspaceHeap heap, String identity) {
        HeapViews.open(heap, Recipe.Subject.SELECTION, "dominated-by(" + selection(identity) + ")");
    }

    private static void showReferences(WorkspaceHeap heap, String identity) {
        HeapViews.open(heap, Recipe.Subject.SUBGRAPH, identity);
    }

    private static void showHolders(WorkspaceHeap heap, String identity) {
        HeapViews.open(heap, Recipe.Subject.REFERRERS, identity);
    }

    private static void select(WorkspaceHeap heap, String identity) {
        HeapViews.select(heap, selection(identity));
    }

    private static String selection(String identity) {
        return "object = \"" + identity + "\"";
    }

    private void fill(Popup popup) {
        int object = table.chosenObject();
        if (object >= 0) {
            popup.add(text("popup.retains"), () -> act(DominatorTab::showRetained));
            popup.add(text("popup.references"), () -> act(DominatorTab::showReferences));
            popup.add(text("popup.holders"), () -> act(DominatorTab::showHolders));
            popup.addSeparator();
            popup.add(text("popup.path"), () -> act((heap, identity) -> HeapViews.step(Step.Kind.ADD_PATHS, identity)));
            popup.add(text("popup.select"), () -> act(DominatorTab::select));
            popup.addSeparator();
            popup.add(text("popup.onlyClass", content.tree.heap().className(object)), () -> onlyItsClass(object));
        }
        if (content != null) {
            popup.add(text("popup.whole"), this::wholeTree);
        }
        if (object >= 0) {
            popup.addSeparator();
            popup.add(text("popup.copy"), () -> act((heap, identity) -> Toolkit.getDefaultToolkit()
                .getSystemClipboard().setContents(new StringSelection(identity), null)));
        }
    }

    private static String text(String key, Object... values) {
        return NbBundle.getMessage(DominatorTab.class, key, values);
    }
}
