package io.github.memdump.gephi.graph;

import io.github.memdump.gephi.heap.HeapTies;
import io.github.memdump.view.Step;
import java.awt.event.KeyEvent;
import java.util.Arrays;
import java.util.Comparator;
import javax.swing.Icon;
import org.gephi.datalab.spi.ContextMenuItemManipulator;
import org.gephi.datalab.spi.ManipulatorUI;
import org.gephi.datalab.spi.nodes.NodesManipulator;
import org.gephi.graph.api.Graph;
import org.gephi.graph.api.Node;
import org.gephi.visualization.spi.GraphContextMenuItem;
import org.openide.util.ImageUtilities;
import org.openide.util.NbBundle;
import org.openide.util.lookup.ServiceProvider;

/**
 * The "Ruby heap" submenu in the context menu of nodes, in the Graph window and in the Data Laboratory. It is there
 * where a heap stands behind the workspace.
 */
@ServiceProvider(service = GraphContextMenuItem.class, position = 100)
public final class HeapMenu implements GraphContextMenuItem, NodesManipulator {
    private static final int BEHIND_GEPHIS_OWN = 900;

    private Node[] nodes = {};

    @Override
    public void setup(Graph graph, Node[] chosen) {
        nodes = chosen.clone();
    }

    @Override
    public void setup(Node[] chosen, Node clicked) {
        nodes = chosen.clone();
    }

    /** Returns the steps, knowing the nodes that this menu is about. */
    @Override
    public ContextMenuItemManipulator[] getSubItems() {
        return Arrays.stream(Step.Kind.values()).filter(Step.Kind::takesObjects).map(kind -> {
            StepItem item = new StepItem(kind, kind.ordinal());
            item.setup(nodes, null);
            return item;
        }).sorted(Comparator.comparingInt(StepItem::getType)).toArray(StepItem[]::new);
    }

    @Override
    public void execute() {
        // Only the steps in it do something.
    }

    @Override
    public boolean canExecute() {
        return nodes.length > 0;
    }

    @Override
    public boolean isAvailable() {
        return HeapTies.current().isPresent();
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

    @Override
    public ManipulatorUI getUI() {
        return null;
    }

    @Override
    public int getType() {
        return BEHIND_GEPHIS_OWN;
    }

    @Override
    public int getPosition() {
        return 0;
    }

    @Override
    public Icon getIcon() {
        return ImageUtilities.loadImageIcon("io/github/memdump/gephi/window/memdump.png", false);
    }
}
