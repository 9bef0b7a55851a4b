package io.github.memdump.gephi.window;

import io.github.memdump.gephi.heap.WorkspaceHeap;
import io.github.memdump.gephi.tab.HeapTab;
import java.awt.BorderLayout;
import java.awt.event.HierarchyEvent;
import java.util.Optional;
import java.util.function.Supplier;
import javax.swing.JPanel;
import org.openide.util.NbBundle;

/**
 * The place of a tab, which is made when it is first looked at: made with the window, all of them together took most of
 * a second of Gephi's start. For the event thread.
 */
final class TabPlace extends JPanel {
    private static final long serialVersionUID = 1L;

    private final Class<? extends HeapTab> type;
    private final transient Supplier<? extends HeapTab> making;
    private transient Optional<WorkspaceHeap> heap = Optional.empty();
    private HeapTab tab;

    private <T extends HeapTab> TabPlace(Class<T> type, Supplier<T> making) {
        super(new BorderLayout());
        this.type = type;
        this.making = making;
        addHierarchyListener(event -> {
            if ((event.getChangeFlags() & HierarchyEvent.SHOWING_CHANGED) != 0 && isShowing()) {
                tab();
            }
        });
    }

    /** Returns the place of a tab that is not there yet. */
    static <T extends HeapTab> TabPlace of(Class<T> type, Supplier<T> making) {
        return new TabPlace(type, making);
    }

    /** Returns the name of the tab. */
    String title() {
        return NbBundle.getMessage(type, type.getSimpleName());
    }

    /** Returns whether the tab is of a class. */
    boolean isOf(Class<? extends HeapTab> wanted) {
        return type == wanted;
    }

    /** Returns the tab, which shows the heap of now. */
    HeapTab tab() {
        if (tab == null) {
            tab = making.get();
            tab.show(heap);
            add(tab, BorderLayout.CENTER);
            revalidate();
        }
        return tab;
    }

    /** Shows a heap, at once or as soon as somebody looks. */
    void show(Optional<WorkspaceHeap> current) {
        heap = current;
        if (tab != null) {
            tab.show(current);
        }
    }
}
