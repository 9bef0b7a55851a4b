package io.github.memdump.gephi.graph;

import io.github.memdump.view.Step;
import java.awt.event.KeyEvent;
import java.util.Arrays;
import java.util.Comparator;
import org.gephi.datalab.spi.ContextMenuItemManipulator;
import org.gephi.visualization.spi.GraphContextMenuItem;
import org.openide.util.NbBundle;
import org.openide.util.lookup.ServiceProvider;

/**
 * The "Ruby heap" submenu in the context menu of nodes, in the Graph window and in the Data Laboratory. It is there
 * where a heap stands behind the workspace.
 */
@ServiceProvider(service = GraphContextMenuItem.class, position = 100)
public final class HeapMenu extends NodeItem {
    /** Returns the steps, knowing the nodes that this menu is about. */
    @Override
    public ContextMenuItemManipulator[] getSubItems() {
        return Arrays.stream(Step.Kind.values()).filter(Step.Kind::takesObjects).map(kind -> {
            StepItem item = new StepItem(kind, kind.ordinal());
            item.setup(nodes(), null);
            return item;
        }).sorted(Comparator.comparingInt(StepItem::getType)).toArray(StepItem[]::new);
    }

    @Override
    public void execute() {
        // Only the steps in it do something.
    }

    @Override
    public boolean canExecute() {
        return nodes().length > 0;
    }

    @Override
    public String getName() {
        return NbBundle.getMessage(HeapMenu.class, "HeapMenu");
    }

    @Override
    public String getDescription() {
        return NbBundle.getMessage(HeapMenu.class, "HeapMenu.hint");
    }

    @Override
    public Integer getMnemonicKey() {
        return KeyEvent.VK_H;
    }
}
