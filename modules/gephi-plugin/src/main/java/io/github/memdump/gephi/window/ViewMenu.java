package io.github.memdump.gephi.window;

import io.github.memdump.gephi.heap.HeapTies;
import io.github.memdump.gephi.heap.Recipes;
import io.github.memdump.gephi.heap.WorkspaceHeap;
import io.github.memdump.gephi.subject.SubjectQuestion;
import io.github.memdump.gephi.tab.HeapViews;
import io.github.memdump.gephi.task.Messages;
import io.github.memdump.view.Recipe;
import java.awt.event.ActionEvent;
import javax.swing.AbstractAction;
import javax.swing.JComponent;
import javax.swing.JMenu;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionRegistration;
import org.openide.awt.Mnemonics;
import org.openide.util.NbBundle;
import org.openide.util.actions.Presenter;

/** The menu "New view": each view of the dumps behind the current workspace, in a new workspace. */
@ActionID(category = "Memdump", id = "io.github.memdump.gephi.window.ViewMenu")
@ActionRegistration(displayName = "#ViewMenu", lazy = false)
@ActionReference(path = "Menu/Plugins/Memdump", position = 250, separatorBefore = 240)
public final class ViewMenu extends AbstractAction implements Presenter.Menu {
    private static final long serialVersionUID = 1L;

    /** Makes the action; as a button it opens the menu below. */
    public ViewMenu() {
        super(text("ViewMenu"));
    }

    @Override
    public void actionPerformed(ActionEvent event) {
        if (event.getSource() instanceof JComponent) {
            JComponent button = (JComponent) event.getSource();
            JPopupMenu popup = new JPopupMenu();
            fill(popup);
            popup.show(button, 0, button.getHeight());
        }
    }

    @Override
    public JMenuItem getMenuPresenter() {
        JMenu menu = new JMenu();
        Mnemonics.setLocalizedText(menu, text("ViewMenu"));
        fill(menu.getPopupMenu());
        return menu;
    }

    private static void fill(JPopupMenu menu) {
        for (Recipe.Subject subject : Recipe.Subject.values()) {
            if (!subject.isAboutSomething()) {
                menu.add(item(subject));
            }
        }
        menu.addSeparator();
        for (Recipe.Subject subject : Recipe.Subject.values()) {
            if (subject.isAboutSomething()) {
                menu.add(item(subject));
            }
        }
    }

    private static JMenuItem item(Recipe.Subject subject) {
        JMenuItem item = new JMenuItem();
        Mnemonics.setLocalizedText(item, text("ViewMenu." + subject));
        item.setToolTipText(text("ViewMenu." + subject + ".hint"));
        item.setName("memdump.view." + subject.id());
        item.addActionListener(event -> HeapTies.current().ifPresentOrElse(heap -> open(heap, subject),
            () -> Messages.information(text("ViewMenu.noHeap"))));
        return item;
    }

    private static void open(WorkspaceHeap heap, Recipe.Subject subject) {
        if (heap.dumps().size() < subject.leastDumps()) {
            Messages.information(text("ViewMenu.moreDumps", subject.leastDumps(), heap.dumps().size()));
        } else if (!subject.isAboutSomething()) {
            HeapViews.open(heap, Recipes.like(heap.recipe(), subject, heap.dumps(), ""));
        } else {
            boolean hasDepth = subject == Recipe.Subject.SUBGRAPH || subject == Recipe.Subject.REFERRERS;
            SubjectQuestion.ask(text("ViewMenu." + subject + ".hint"), hasDepth).ifPresent(answer -> {
                Recipe recipe = Recipes.like(heap.recipe(), subject, heap.dumps(), answer.about());
                HeapViews.open(heap, hasDepth ? recipe.toDepth(answer.depth()) : recipe);
            });
        }
    }

    private static String text(String key, Object... values) {
        return NbBundle.getMessage(ViewMenu.class, key, values);
    }
}
