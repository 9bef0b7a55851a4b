package io.github.memdump.gephi.style;

import io.github.memdump.gephi.task.Background;
import io.github.memdump.gephi.task.Messages;
import io.github.memdump.task.Task;
import java.awt.event.ActionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.swing.AbstractAction;
import javax.swing.JComponent;
import javax.swing.JMenu;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.project.api.ProjectController;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionRegistration;
import org.openide.awt.Actions;
import org.openide.awt.Mnemonics;
import org.openide.util.Lookup;
import org.openide.util.NbBundle;
import org.openide.util.actions.Presenter;

/** The menu "Appearance": one item for each look and each kind of label. */
@ActionID(category = "Memdump", id = "io.github.memdump.gephi.style.AppearanceMenu")
@ActionRegistration(displayName = "#AppearanceMenu", lazy = false)
@ActionReference(path = "Menu/Plugins/Memdump", position = 410)
public final class AppearanceMenu extends AbstractAction implements Presenter.Menu {
    private static final long serialVersionUID = 1L;
    private static final int COLOURS_IN_STATUS = 5;

    /** Makes the action; it has no effect by itself. */
    public AppearanceMenu() {
        super(text("AppearanceMenu"));
    }

    @Override
    public void actionPerformed(ActionEvent event) {
        if (event.getSource() instanceof JComponent) {
            JComponent button = (JComponent) event.getSource();
            popup().show(button, 0, button.getHeight());
        }
    }

    @Override
    public JMenuItem getMenuPresenter() {
        JMenu menu = new JMenu();
        Mnemonics.setLocalizedText(menu, text("AppearanceMenu"));
        items().forEach(item -> add(menu.getPopupMenu(), item));
        return menu;
    }

    /** Returns the same items for a drop-down button. */
    public static JPopupMenu popup() {
        JPopupMenu popup = new JPopupMenu();
        items().forEach(item -> add(popup, item));
        return popup;
    }

    private static void add(JPopupMenu menu, Item item) {
        if (item.beginsGroup) {
            menu.addSeparator();
        }
        menu.add(item.menuItem);
    }

    private static List<Item> items() {
        List<Item> items = new ArrayList<>();
        boolean sizes = true;
        for (Look look : Look.values()) {
            items.add(new Item(look.title(), look.name(), sizes != look.isSize(), () -> choose(look)));
            sizes = look.isSize();
        }
        for (LabelText label : LabelText.values()) {
            items.add(new Item(label.title(), label.name(), label.ordinal() == 0, () -> choose(label)));
        }
        return items;
    }

    private static void choose(Look look) {
        String title = Actions.cutAmpersand(look.title());
        onGraph(title, (graph, task) -> {
            int styled = look.apply(graph, task);
            if (styled == 0) {
                Messages.remark(title, look.missing());
            } else {
                Messages.status(text("AppearanceMenu.done", styled, title, colours(look)));
            }
        });
    }

    private static String colours(Look look) {
        return look.isSize() ? "" : StyleLegend.ofCurrent()
            .map(legend -> legend.entries(StyleLegend.Part.COLOURS).stream().limit(COLOURS_IN_STATUS)
                .map(StyleLegend.Entry::meaning).collect(Collectors.joining(", ", " (", "…)")))
            .orElse("");
    }

    private static void choose(LabelText label) {
        String title = Actions.cutAmpersand(label.title());
        onGraph(title, (graph, task) ->
            Messages.status(text("AppearanceMenu.labelled", NodeLabels.apply(graph, label, task), title)));
    }

    private static void onGraph(String title, Styling styling) {
        if (Lookup.getDefault().lookup(ProjectController.class).getCurrentWorkspace() == null) {
            Messages.information(text("AppearanceMenu.noGraph"));
            return;
        }
        GraphModel graph = Lookup.getDefault().lookup(GraphController.class).getGraphModel();
        Background.run(title, task -> styling.apply(graph, task));
    }

    private static String text(String key, Object... values) {
        return NbBundle.getMessage(AppearanceMenu.class, key, values);
    }

    private interface Styling {
        void apply(GraphModel graph, Task task);
    }

    /** An item of the menu, and whether a line stands above it. */
    private static final class Item {
        private final JMenuItem menuItem;
        private final boolean beginsGroup;

        Item(String title, String name, boolean beginsGroup, Runnable choice) {
            this.beginsGroup = beginsGroup;
            this.menuItem = new JMenuItem();
            Mnemonics.setLocalizedText(menuItem, title);
            menuItem.setName("memdump." + name);
            menuItem.addActionListener(event -> choice.run());
        }
    }
}
