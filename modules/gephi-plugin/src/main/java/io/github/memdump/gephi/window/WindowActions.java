package io.github.memdump.gephi.window;

import io.github.memdump.gephi.answer.HeapAnswers;
import io.github.memdump.gephi.heap.HeapTies;
import io.github.memdump.gephi.task.Messages;
import io.github.memdump.gephi.window.dominators.DominatorTab;
import io.github.memdump.gephi.window.dominators.MapTab;
import io.github.memdump.gephi.window.histogram.HistogramTab;
import io.github.memdump.gephi.window.object.ObjectTab;
import io.github.memdump.gephi.window.select.SelectTab;
import io.github.memdump.gephi.window.steps.StepsTab;
import java.awt.event.ActionListener;
import java.util.List;
import java.util.function.Consumer;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionRegistration;
import org.openide.util.NbBundle;

/** What opens the tabs of the Memdump window from the menu. For the event thread. */
public final class WindowActions {
    private WindowActions() {
    }

    /** Opens the Memdump window at its histogram. */
    @ActionID(category = "Memdump", id = "io.github.memdump.gephi.window.HistogramAction")
    @ActionRegistration(displayName = "#HistogramAction")
    @ActionReference(path = "Menu/Plugins/Memdump", position = 332, separatorBefore = 331)
    public static ActionListener histogram() {
        return event -> MemdumpTopComponent.open(HistogramTab.class);
    }

    /** Opens the Memdump window at its dominator tree. */
    @ActionID(category = "Memdump", id = "io.github.memdump.gephi.window.DominatorTreeAction")
    @ActionRegistration(displayName = "#DominatorTreeAction")
    @ActionReference(path = "Menu/Plugins/Memdump", position = 334)
    public static ActionListener dominatorTree() {
        return event -> MemdumpTopComponent.open(DominatorTab.class);
    }

    /** Opens the Memdump window at its map. */
    @ActionID(category = "Memdump", id = "io.github.memdump.gephi.window.MapAction")
    @ActionRegistration(displayName = "#MapAction")
    @ActionReference(path = "Menu/Plugins/Memdump", position = 335)
    public static ActionListener map() {
        return event -> MemdumpTopComponent.open(MapTab.class);
    }

    /** Opens the Memdump window at the object inspector. */
    @ActionID(category = "Memdump", id = "io.github.memdump.gephi.window.ObjectAction")
    @ActionRegistration(displayName = "#ObjectAction")
    @ActionReference(path = "Menu/Plugins/Memdump", position = 336)
    public static ActionListener object() {
        return event -> MemdumpTopComponent.open(ObjectTab.class);
    }

    /** Opens the Memdump window at the selection box. */
    @ActionID(category = "Memdump", id = "io.github.memdump.gephi.window.SelectAction")
    @ActionRegistration(displayName = "#SelectAction")
    @ActionReference(path = "Menu/Plugins/Memdump", position = 338)
    public static ActionListener select() {
        return event -> MemdumpTopComponent.open(SelectTab.class);
    }

    /** Opens the Memdump window at the steps of the view. */
    @ActionID(category = "Memdump", id = "io.github.memdump.gephi.window.StepsAction")
    @ActionRegistration(displayName = "#StepsAction")
    @ActionReference(path = "Menu/Plugins/Memdump", position = 340)
    public static ActionListener steps() {
        return event -> MemdumpTopComponent.open(StepsTab.class);
    }

    /** Tells what leaks, in words. */
    @ActionID(category = "Memdump", id = "io.github.memdump.gephi.window.SuspectsAction")
    @ActionRegistration(displayName = "#SuspectsAction")
    @ActionReference(path = "Menu/Plugins/Memdump", position = 255)
    public static ActionListener suspects() {
        return event -> ask(HeapAnswers::suspects);
    }

    /** Shows what has grown over the dumps behind the current workspace: lines and tables. */
    @ActionID(category = "Memdump", id = "io.github.memdump.gephi.window.GrowthTableAction")
    @ActionRegistration(displayName = "#GrowthTableAction")
    @ActionReference(path = "Menu/Plugins/Memdump", position = 535)
    public static ActionListener growthTable() {
        return event -> ask(answers -> answers.growth(List.of()));
    }

    private static void ask(Consumer<HeapAnswers> question) {
        HeapTies.current().ifPresentOrElse(heap -> question.accept(new HeapAnswers(heap, InspectObject::inspect)),
            () -> Messages.information(NbBundle.getMessage(WindowActions.class, "ViewMenu.noHeap")));
    }
}
