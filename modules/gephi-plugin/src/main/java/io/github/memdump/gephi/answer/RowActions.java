package io.github.memdump.gephi.answer;

import io.github.memdump.analysis.Findings;
import io.github.memdump.gephi.canvas.Highlight;
import io.github.memdump.gephi.heap.WorkspaceHeap;
import io.github.memdump.gephi.tab.HeapViews;
import io.github.memdump.gephi.tab.Popup;
import io.github.memdump.view.Recipe;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.util.Optional;
import java.util.function.Consumer;
import org.openide.util.NbBundle;

/** What the chosen rows of a table do on the heap, whatever table it is. For the event thread; returns at once. */
public final class RowActions {
    private final WorkspaceHeap heap;
    private final RowSubject subject;
    private final Consumer<String> inspect;

    /** Prepares to act about what rows stand for; objects are handed over to be inspected. */
    public RowActions(WorkspaceHeap heap, RowSubject subject, Consumer<String> inspect) {
        this.heap = heap;
        this.subject = subject;
        this.inspect = inspect;
    }

    /** Puts into a menu what can be done about the rows, by what was found about the heap. */
    public void offer(Popup popup, Optional<Findings> findings) {
        popup.add(text("show"), this::show);
        if (findings.flatMap(Findings::diff).isPresent()) {
            popup.add(text("showNew"), this::showNew);
        }
        popup.add(text("holders"), this::holders);
        HeapAnswers answers = new HeapAnswers(heap, inspect);
        popup.add(text("hanging"), () -> answers.hanging(subject.text()));
        popup.add(text("merged"), () -> answers.referrers(subject.text()));
        if (findings.flatMap(Findings::growth).isPresent() && !subject.groups().isEmpty()) {
            popup.add(text("growth"), () -> answers.growth(subject.groups()));
        }
        subject.object().ifPresent(object -> popup.add(text("inspect"), () -> inspect.accept(object)));
        popup.add(text("select"), this::select);
        popup.add(text("deselect"), Highlight::end);
        popup.addSeparator();
        popup.add(text("copy"), () -> toClipboard(String.join("\n", subject.names())));
        popup.add(text("copySelection"), () -> toClipboard(subject.selection()));
    }

    /** Opens a view of the objects and their paths. */
    public void show() {
        HeapViews.open(heap, Recipe.Subject.SELECTION, subject.text());
    }

    private void showNew() {
        HeapViews.open(heap, Recipe.Subject.SELECTION, "new and (" + subject.selection() + ")");
    }

    /** Opens a view of what refers to the objects. */
    public void holders() {
        HeapViews.open(heap, Recipe.Subject.REFERRERS, subject.text());
    }

    /** Selects the nodes of the objects in the current graph. */
    public void select() {
        HeapViews.select(heap, subject.text());
    }

    private static void toClipboard(String text) {
        Toolkit.getDefaultToolkit().getSystemClipboard().setContents(new StringSelection(text), null);
    }

    private static String text(String key) {
        return NbBundle.getMessage(RowActions.class, "RowActions." + key);
    }
}
