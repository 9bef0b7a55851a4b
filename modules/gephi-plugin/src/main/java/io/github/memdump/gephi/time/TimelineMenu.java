package io.github.memdump.gephi.time;

import io.github.memdump.gephi.task.Background;
import io.github.memdump.gephi.task.Messages;
import io.github.memdump.gephi.task.TicketTask;
import java.awt.event.ActionEvent;
import java.util.function.BiConsumer;
import javax.swing.AbstractAction;
import javax.swing.JMenu;
import javax.swing.JMenuItem;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.project.api.ProjectController;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionRegistration;
import org.openide.awt.Mnemonics;
import org.openide.util.Lookup;
import org.openide.util.NbBundle;
import org.openide.util.actions.Presenter;

/** The menu "Timeline": times by generation or by dump, and how to be rid of them. */
@ActionID(category = "Memdump", id = "io.github.memdump.gephi.time.TimelineMenu")
@ActionRegistration(displayName = "#TimelineMenu", lazy = false)
@ActionReference(path = "Menu/Plugins/Memdump", position = 430)
public final class TimelineMenu extends AbstractAction implements Presenter.Menu {
    private static final long serialVersionUID = 1L;
    private static final String GENERATION = "generation";
    /** The number of the first dump that an object is in, where a view compares several. */
    private static final String DUMP = "first_dump";

    /** Makes the action; it has no effect by itself. */
    public TimelineMenu() {
        super(text("TimelineMenu"));
    }

    @Override
    public void actionPerformed(ActionEvent event) {
        give(GENERATION, "TimelineMenu.noGeneration");
    }

    @Override
    public JMenuItem getMenuPresenter() {
        JMenu menu = new JMenu();
        Mnemonics.setLocalizedText(menu, text("TimelineMenu"));
        menu.add(item("TimelineMenu.generation", () -> give(GENERATION, "TimelineMenu.noGeneration")));
        menu.add(item("TimelineMenu.dump", () -> give(DUMP, "TimelineMenu.noDump")));
        menu.addSeparator();
        menu.add(item("TimelineMenu.remove", () -> onGraph((model, task) ->
            Messages.status(text("TimelineMenu.removed", Lifetimes.remove(model, task))))));
        return menu;
    }

    private static JMenuItem item(String key, Runnable choice) {
        JMenuItem item = new JMenuItem();
        Mnemonics.setLocalizedText(item, text(key));
        item.setName("memdump." + key);
        item.addActionListener(event -> choice.run());
        return item;
    }

    private static void give(String column, String missing) {
        onGraph((model, task) -> {
            int known = Lifetimes.give(model, column, task);
            if (known == 0) {
                Messages.remark(text("TimelineMenu.name"), text(missing));
            } else {
                Messages.status(text("TimelineMenu.done", known, model.getGraph().getNodeCount()));
            }
        });
    }

    private static void onGraph(BiConsumer<GraphModel, TicketTask> change) {
        if (Lookup.getDefault().lookup(ProjectController.class).getCurrentWorkspace() == null) {
            Messages.information(text("TimelineMenu.noGraph"));
            return;
        }
        GraphModel model = Lookup.getDefault().lookup(GraphController.class).getGraphModel();
        Background.run(text("TimelineMenu.name"), task -> change.accept(model, task));
    }

    private static String text(String key, Object... values) {
        return NbBundle.getMessage(TimelineMenu.class, key, values);
    }
}
