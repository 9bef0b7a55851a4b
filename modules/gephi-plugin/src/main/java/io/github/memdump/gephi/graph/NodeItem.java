package io.github.memdump.gephi.graph;

import io.github.memdump.gephi.heap.HeapTies;
import javax.swing.Icon;
import org.gephi.datalab.spi.ContextMenuItemManipulator;
import org.gephi.datalab.spi.ManipulatorUI;
import org.gephi.datalab.spi.nodes.NodesManipulator;
import org.gephi.graph.api.Graph;
import org.gephi.graph.api.Node;
import org.gephi.visualization.spi.GraphContextMenuItem;
import org.openide.util.ImageUtilities;

/**
 * An item in the context menu of nodes, the same in the Graph window and in the Data Laboratory: with the icon of
 * Memdump, behind Gephi's own, there where a heap stands behind the workspace. For the event thread.
 */
public abstract class NodeItem implements GraphContextMenuItem, NodesManipulator {
    private static final int BEHIND_GEPHIS_OWN = 900;

    private Node[] nodes = {};

    /** Returns the nodes that are chosen. */
    protected final Node[] nodes() {
        return nodes.clone();
    }

    /** Takes the nodes that Gephi knows to be chosen, or the one that the mouse points at. */
    @Override
    public void setup(Graph graph, Node[] chosen) {
        nodes = chosen.length > 0 ? chosen.clone() : PointedNode.find().stream().toArray(Node[]::new);
    }

    @Override
    public void setup(Node[] chosen, Node clicked) {
        nodes = chosen.clone();
    }

    @Override
    public boolean isAvailable() {
        return HeapTies.current().isPresent();
    }

    @Override
    public ContextMenuItemManipulator[] getSubItems() {
        return null;
    }

    /** Gephi would promise Ctrl and the key too, which are taken. */
    @Override
    public Integer getMnemonicKey() {
        return null;
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
