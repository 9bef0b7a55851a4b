package io.github.memdump.gephi.window.select;

import io.github.memdump.analysis.Findings;
import io.github.memdump.gephi.answer.HeapAnswers;
import io.github.memdump.gephi.heap.WorkspaceHeap;
import io.github.memdump.gephi.subject.Vocabulary;
import io.github.memdump.gephi.tab.FindingsTab;
import io.github.memdump.gephi.tab.HeapViews;
import io.github.memdump.gephi.tab.Popup;
import io.github.memdump.gephi.task.Messages;
import io.github.memdump.task.Task;
import io.github.memdump.view.Recipe;
import io.github.memdump.view.Step;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.openide.util.NbBundle;
import org.openide.util.NbPreferences;

/** The tab "Select": objects chosen by a selection, counted while one types, and what can be done with them. */
public final class SelectTab extends FindingsTab<Vocabulary> {
    private static final long serialVersionUID = 1L;

    private final transient History history = new History(() -> NbPreferences.forModule(SelectTab.class));
    private final transient Counting counting;
    private final transient Consumer<String> inspect;
    private final SelectPane pane;

    /** Makes the tab; objects that are chosen in its list are handed to the inspector. */
    public SelectTab(Consumer<String> inspector) {
        inspect = inspector;
        pane = new SelectPane(this::changed, () -> act((heap, text) -> show(Recipe.Subject.SELECTION)), inspector);
        counting = new Counting(pane::tell, pane::refuse);
        pane.addAction("show", () -> show(Recipe.Subject.SELECTION));
        pane.addAction("holders", () -> show(Recipe.Subject.REFERRERS));
        pane.addAction("subgraph", () -> show(Recipe.Subject.SUBGRAPH));
        pane.addAction("select", () -> act(HeapViews::select));
        pane.setMenus(new Popup(this::fillHistory), new Popup(this::fillMore));
        setContent(pane);
    }

    @Override
    public String title() {
        return text("SelectTab");
    }

    @Override
    protected Vocabulary compute(WorkspaceHeap of, Findings findings, Task task) {
        return Vocabulary.of(findings.heap());
    }

    @Override
    protected void present(WorkspaceHeap of, Findings findings, Vocabulary content) {
        pane.setVocabulary(Optional.of(content));
        changed();
    }

    @Override
    protected void forget() {
        counting.stop();
        pane.setVocabulary(Optional.empty());
        pane.clear();
    }

    private void changed() {
        counting.stop();
        String selection = pane.selection();
        Optional<TypingMistake> mistake = selection.isBlank() ? Optional.empty() : TypingMistake.in(selection);
        pane.mark(mistake);
        if (selection.isBlank()) {
            pane.clear();
        } else if (mistake.isEmpty()) {
            findings().ifPresent(findings -> {
                pane.wait(text("SelectTab.counting"));
                counting.begin(selection, findings);
            });
        }
    }

    private void show(Recipe.Subject subject) {
        act((heap, text) -> SelectionViews.open(heap, subject, text, pane.depth()));
    }

    /** Does something with the selection, unless it is wrong; remembers it. */
    private void act(BiConsumer<WorkspaceHeap, String> action) {
        String selection = pane.selection().trim();
        if (selection.isEmpty() || TypingMistake.in(selection).isPresent()) {
            pane.requestText();
            return;
        }
        history.used(selection);
        heap().ifPresent(heap -> action.accept(heap, selection));
    }

    private void fillHistory(Popup popup) {
        List<String> selections = history.selections();
        selections.forEach(selection -> popup.add(selection.replace("&", "&&"), () -> pane.setSelection(selection)));
        if (selections.isEmpty()) {
            for (int i = 1; i <= 3; i++) {
                String example = text("SelectTab.example." + i);
                popup.add(example, () -> pane.setSelection(example));
            }
        }
    }

    private void fillMore(Popup popup) {
        for (Step.Kind kind : new Step.Kind[] {
            Step.Kind.COLLAPSE, Step.Kind.GROUP, Step.Kind.REMOVE, Step.Kind.ISOLATE, Step.Kind.KEEP_PATHS}) {
            popup.add(text("SelectTab." + kind), () -> act((heap, text) -> SelectionViews.step(kind, text)));
        }
        popup.addSeparator();
        popup.add(text("SelectTab.hanging"), () -> act((heap, text) -> new HeapAnswers(heap, inspect).hanging(text)));
        popup.add(text("SelectTab.merged"), () -> act((heap, text) -> new HeapAnswers(heap, inspect).referrers(text)));
        popup.addSeparator();
        popup.add(text("SelectTab.small"), SelectionViews::removeSmallParts);
        popup.addSeparator();
        popup.add(text("SelectTab.cleanup"), () -> heap().ifPresent(
            heap -> SelectionViews.open(heap, Recipe.Subject.HEAP)));
        findings().flatMap(BorderCounts::of).ifPresentOrElse(counts -> {
            popup.add(text("SelectTab.diff"), () -> heap().ifPresent(
                heap -> SelectionViews.open(heap, Recipe.Subject.SELECTION, "new", Recipe.ANY_DEPTH)));
            popup.add(text("SelectTab.border"), () -> heap().ifPresent(
                heap -> SelectionViews.open(heap, Recipe.Subject.BORDER)));
            popup.add(text("SelectTab.filter"), () -> heap().ifPresent(
                heap -> BorderFilterDialog.show(heap, counts)));
        }, () -> popup.add(text("SelectTab.compareFirst"), () -> Messages.information(
            text("SelectTab.compareFirst.hint"))));
    }

    private static String text(String key, Object... values) {
        return NbBundle.getMessage(SelectTab.class, key, values);
    }
}
