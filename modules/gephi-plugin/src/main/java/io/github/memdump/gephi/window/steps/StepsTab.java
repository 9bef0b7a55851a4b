package io.github.memdump.gephi.window.steps;

import io.github.memdump.analysis.Findings;
import io.github.memdump.gephi.graph.StepRun;
import io.github.memdump.gephi.heap.EquivalentCommand;
import io.github.memdump.gephi.heap.WorkspaceHeap;
import io.github.memdump.gephi.tab.HeapTab;
import io.github.memdump.gephi.tab.HeapViews;
import io.github.memdump.gephi.task.Messages;
import io.github.memdump.heap.Heap;
import io.github.memdump.view.Recipe;
import java.awt.BorderLayout;
import java.awt.EventQueue;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.util.List;
import java.util.Optional;
import org.openide.util.NbBundle;
import org.openide.util.RequestProcessor;

/** The tab "Steps": how the view was made, the last step back, the same again, and the same as a command. */
public final class StepsTab extends HeapTab {
    private static final long serialVersionUID = 1L;
    private static final RequestProcessor TELLING = new RequestProcessor("Memdump steps", 1);

    private final StepsPane pane = new StepsPane(StepRun::undo, this::repeat, this::copy);
    private transient WorkspaceHeap heap;
    private transient Recipe told;
    private transient boolean toldByName;

    /** Makes the tab; it shows nothing yet. */
    public StepsTab() {
        super(new BorderLayout());
        add(pane, BorderLayout.CENTER);
    }

    @Override
    public String title() {
        return text("StepsTab");
    }

    @Override
    public void show(Optional<WorkspaceHeap> current) {
        heap = current.orElse(null);
        if (heap == null) {
            told = null;
            pane.show(List.of(), text("StepsTab.noHeap"), false);
            return;
        }
        Recipe recipe = heap.recipe();
        Optional<Heap> loaded = heap.loaded().map(Findings::heap);
        if (recipe.equals(told) && loaded.isPresent() == toldByName) {
            return;
        }
        told = recipe;
        toldByName = loaded.isPresent();
        String command = EquivalentCommand.of(recipe).orElseGet(() -> text("StepsTab.noCommand"));
        TELLING.post(() -> {
            List<String> lines = StepLines.of(recipe, loaded);
            EventQueue.invokeLater(() -> {
                if (recipe == told) {
                    pane.show(lines, command, EquivalentCommand.of(recipe).isPresent());
                }
            });
        });
    }

    private void repeat() {
        WorkspaceHeap of = heap;
        if (of != null) {
            HeapViews.open(of, of.recipe());
        }
    }

    private void copy() {
        Optional.ofNullable(heap).flatMap(of -> EquivalentCommand.of(of.recipe())).ifPresent(command -> {
            Toolkit.getDefaultToolkit().getSystemClipboard().setContents(new StringSelection(command), null);
            Messages.status(text("StepsTab.copied"));
        });
    }

    private static String text(String key, Object... values) {
        return NbBundle.getMessage(StepsTab.class, key, values);
    }
}
