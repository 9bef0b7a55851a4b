package io.github.memdump.gephi.window.histogram;

import io.github.memdump.analysis.Grouping;
import io.github.memdump.gephi.answer.HeapAnswers;
import io.github.memdump.gephi.heap.WorkspaceHeap;
import io.github.memdump.gephi.tab.HeapViews;
import io.github.memdump.view.Recipe;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What the chosen rows of the histogram do on the heap. */
final class RowActions {
    private final WorkspaceHeap heap;
    private final Grouping grouping;
    private final List<String> keys;

    /** Prepares to act about groups, of which there is one at least. */
    RowActions(WorkspaceHeap heap, Grouping grouping, List<String> keys) {
        this.heap = heap;
        this.grouping = grouping;
        this.keys = keys;
    }

    void show() {
        HeapViews.open(heap, Recipe.Subject.SELECTION, selection());
    }

    void showNew() {
        HeapViews.open(heap, Recipe.Subject.SELECTION, keys.size() > 1 && grouping == Grouping.SITE
            ? "new and (" + selection() + ")" : "new and " + selection());
    }

    void holders() {
        HeapViews.open(heap, Recipe.Subject.REFERRERS, selection());
    }

    void hanging(Consumer<String> inspect) {
        new HeapAnswers(heap, inspect).hanging(selection());
    }

    void merged(Consumer<String> inspect) {
        new HeapAnswers(heap, inspect).referrers(selection());
    }

    void growth(Consumer<String> inspect) {
        new HeapAnswers(heap, inspect).growth(
            keys.stream().map(key -> KeyRenderer.name(grouping, key)).collect(Collectors.toList()));
    }

    void select() {
        HeapViews.select(heap, selection());
    }

    void copy() {
        StringBuilder lines = new StringBuilder();
        keys.forEach(key -> lines.append(lines.length() > 0 ? "\n" : "").append(KeyRenderer.name(grouping, key)));
        toClipboard(lines.toString());
    }

    void copySelection() {
        toClipboard(selection());
    }

    private String selection() {
        return RowSelection.of(grouping, keys);
    }

    private static void toClipboard(String text) {
        Toolkit.getDefaultToolkit().getSystemClipboard().setContents(new StringSelection(text), null);
    }
}
