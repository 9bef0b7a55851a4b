package io.github.memdump.gephi.answer;

import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.Growth;
import io.github.memdump.analysis.SurvivorHolders;
import io.github.memdump.analysis.merge.MergedPaths;
import io.github.memdump.analysis.merge.MergedReferrers;
import io.github.memdump.analysis.suspect.SuspectOptions;
import io.github.memdump.analysis.suspect.Suspects;
import io.github.memdump.answer.Answer;
import io.github.memdump.answer.content.GrowthAnswer;
import io.github.memdump.answer.content.MergedAnswer;
import io.github.memdump.answer.render.TextRenderer;
import io.github.memdump.answer.suspect.SuspectsAnswer;
import io.github.memdump.gephi.heap.Heaps;
import io.github.memdump.gephi.heap.Recipes;
import io.github.memdump.gephi.heap.WorkspaceHeap;
import io.github.memdump.gephi.source.ProgramSource;
import io.github.memdump.gephi.task.Background;
import io.github.memdump.gephi.task.Messages;
import io.github.memdump.graph.BreadthFirst;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.graph.Walk;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.RootPaths;
import io.github.memdump.investigation.Investigation;
import io.github.memdump.names.HeldObjects;
import io.github.memdump.names.ReferenceNames;
import io.github.memdump.task.Task;
import io.github.memdump.view.Recipe;
import io.github.memdump.view.SubjectText;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import javax.swing.JButton;
import org.openide.DialogDescriptor;
import org.openide.DialogDisplayer;
import org.openide.NotifyDescriptor;
import org.openide.awt.Mnemonics;
import org.openide.util.NbBundle;

/** Questions about the heap behind a workspace, each answered in a window of its own. Every method returns at once. */
public final class HeapAnswers {
    private static final int SHOWN = 400;
    private static final int SUSPECTS = 10;
    private static final int DEPTH = 4;

    private final WorkspaceHeap heap;
    private final Consumer<String> inspect;

    /** Prepares questions; objects of the answers are handed over to be inspected. */
    public HeapAnswers(WorkspaceHeap heap, Consumer<String> inspect) {
        this.heap = heap;
        this.inspect = inspect;
    }

    /** A question. */
    private interface Question {
        Answer answer(Findings findings, Task task) throws Exception;
    }

    /** Where do all objects hang that a text chooses? The paths to them, merged by class. */
    public void hanging(String text) {
        ask(text("HeapAnswers.hanging", text), (findings, task) ->
            paths(findings, SubjectText.objects(text, findings, task), task));
    }

    /** Who refers to all objects that a text chooses, and who to these? Merged by class. */
    public void referrers(String text) {
        ask(text("HeapAnswers.referrers", text), (findings, task) ->
            referrers(findings, SubjectText.objects(text, findings, task), task));
    }

    /** What has grown over three dumps or more? The lines of what has these names are chosen, if there are such. */
    public void growth(List<String> names) {
        ask(text("HeapAnswers.growth"), HeapAnswers::growth, pane -> pane.choose(names));
    }

    /** What leaks, in the words that the command and the report have for it? */
    public void suspects() {
        ask(text("HeapAnswers.suspects"), (findings, task) -> suspects(Heaps.shared().findings(
            Recipes.like(heap.recipe(), Recipe.Subject.SUSPECTS, heap.dumps(), ""), heap.dumps(), task), task));
    }

    static Answer suspects(Findings findings, Task task) {
        Findings suspecting = findings.found(Suspects.class).isPresent() ? findings
            : findings.and(Suspects.of(findings.heap(), findings.retained().orElseThrow(), SuspectOptions.OF_ONE_DUMP,
                task));
        Suspects suspects = suspecting.found(Suspects.class).orElseThrow();
        Answer told = new SuspectsAnswer(findings.heap(), findings.diff().isPresent(),
            Investigation.named(suspecting, task).found(ReferenceNames.class).orElseThrow())
            .beside(ProgramSource.set().lines()).of(suspects, Integer.MAX_VALUE, SUSPECTS);
        Answer.Builder answer = Answer.builder();
        return (suspects.list().isEmpty() ? answer.say(text("HeapAnswers.noSuspects")) : answer).add(told).build();
    }

    static Answer paths(Findings findings, NodeSet chosen, Task task) {
        Heap of = findings.heap();
        BreadthFirst fromRoots = findings.fromRoots().orElseGet(
            () -> RootPaths.of(of, Walk.over(of.references()), task));
        MergedPaths paths = MergedPaths.of(of, fromRoots, chosen, task);
        return new MergedAnswer(of, SHOWN, names(of, paths.size(), 0, paths::holder, paths::example, task))
            .paths(paths, chosen);
    }

    static Answer referrers(Findings findings, NodeSet chosen, Task task) {
        Heap of = findings.heap();
        MergedReferrers referrers = MergedReferrers.of(of, Walk.over(of.referrers()), chosen, DEPTH, task);
        return new MergedAnswer(of, SHOWN, names(of, referrers.size(), 1, referrers::example, referrers::heldExample,
            task)).referrers(referrers);
    }

    private static ReferenceNames names(Heap of, int size, int first, IntUnaryOperator holder,
            IntUnaryOperator target, Task task) {
        NodeSet.Builder targets = NodeSet.builder(of.objectCount());
        IntStream.range(first, size).map(target).forEach(targets::add);
        return ReferenceNames.ofDump(of, IntStream.range(first, size).map(holder).toArray(),
            targets.build()::contains, task);
    }

    static Answer growth(Findings findings, Task task) throws IOException {
        Growth growth = findings.growth().orElseThrow(() -> new IOException(text("HeapAnswers.noGrowth")));
        SurvivorHolders holders = growth.holders(task);
        return new GrowthAnswer(growth, holders, HeldObjects.ofDump(growth.heap(), holders.objects(), task)).begin()
            .build();
    }

    private void ask(String title, Question question) {
        ask(title, question, pane -> { });
    }

    private void ask(String title, Question question, Consumer<AnswerPane> opening) {
        Background.run(title, task -> {
            Answer answer = question.answer(heap.findings(task), task);
            EventQueue.invokeLater(() -> show(title, answer, opening));
        });
    }

    private void show(String title, Answer answer, Consumer<AnswerPane> opening) {
        if (GraphicsEnvironment.isHeadless()) {
            return;
        }
        AnswerPane pane = AnswerPane.of(answer, heap, inspect);
        opening.accept(pane);
        DialogDescriptor dialog = new DialogDescriptor(pane, title);
        JButton copy = new JButton();
        Mnemonics.setLocalizedText(copy, text("HeapAnswers.copy"));
        copy.addActionListener(event -> copy(answer));
        dialog.setModal(false);
        dialog.setOptions(new Object[] {copy, NotifyDescriptor.CLOSED_OPTION});
        dialog.setClosingOptions(new Object[] {NotifyDescriptor.CLOSED_OPTION});
        dialog.setValue(NotifyDescriptor.CLOSED_OPTION);
        DialogDisplayer.getDefault().createDialog(dialog).setVisible(true);
    }

    private static void copy(Answer answer) {
        try {
            Toolkit.getDefaultToolkit().getSystemClipboard().setContents(
                new StringSelection(TextRenderer.text(answer, OptionalInt.empty())), null);
            Messages.status(text("HeapAnswers.copied"));
        } catch (IOException impossible) {
            throw new IllegalStateException("nothing is written", impossible);
        }
    }

    private static String text(String key, Object... values) {
        return NbBundle.getMessage(HeapAnswers.class, key, values);
    }
}
