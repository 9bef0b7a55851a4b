package io.github.memdump.gephi.window.dominators;

import io.github.memdump.dump.scan.Addresses;
import io.github.memdump.gephi.heap.WorkspaceHeap;
import io.github.memdump.gephi.tab.HeapViews;
import io.github.memdump.heap.Heap;
import io.github.memdump.view.Recipe;
import io.github.memdump.view.Step;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;

/** What the chosen row of the dominator tree does on the heap: about an object, or about a group of them. */
final class NodeActions {
    private final WorkspaceHeap workspace;
    private final Heap heap;
    private final String selection;
    private final boolean isObject;
    private final int node;

    NodeActions(WorkspaceHeap workspace, DominatorContent content, int node) {
        this.workspace = workspace;
        this.heap = content.tree().heap();
        this.selection = content.branches().selection(node);
        this.isObject = content.branches().isObject(node);
        this.node = node;
    }

    void showRetained() {
        HeapViews.open(workspace, Recipe.Subject.SELECTION, "dominated-by(" + selection + ")");
    }

    void showReferences() {
        HeapViews.open(workspace, Recipe.Subject.SUBGRAPH, heap.identity(node));
    }

    void showHolders() {
        HeapViews.open(workspace, Recipe.Subject.REFERRERS, isObject ? heap.identity(node) : selection);
    }

    void addPath() {
        HeapViews.step(Step.Kind.ADD_PATHS, heap.identity(node));
    }

    void select() {
        HeapViews.select(workspace, selection);
    }

    /** Copies what finds it again: its address, the name of a root, or the selection of a group. */
    void copy() {
        String text = !isObject ? selection : heap.isRoot(node) ? heap.identity(node)
            : Addresses.format(heap.address(node));
        Toolkit.getDefaultToolkit().getSystemClipboard().setContents(new StringSelection(text), null);
    }
}
