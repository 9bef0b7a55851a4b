package io.github.memdump.gephi.tab;

import io.github.memdump.gephi.heap.WorkspaceHeap;
import java.awt.LayoutManager;
import java.util.Optional;
import javax.swing.JPanel;

/** A tab of the Memdump window about the heap of the current workspace. Used on the event thread alone. */
public abstract class HeapTab extends JPanel {
    private static final long serialVersionUID = 1L;

    /** Makes an empty tab. */
    protected HeapTab(LayoutManager layout) {
        super(layout);
    }

    /** Returns the name of the tab. */
    public abstract String title();

    /**
     * Shows the heap of the workspace that is now current, nothing if it has none. Called again whenever the
     * workspace, its view or its heap changes; must return at once and load nothing that nobody has asked for.
     */
    public abstract void show(Optional<WorkspaceHeap> heap);
}
