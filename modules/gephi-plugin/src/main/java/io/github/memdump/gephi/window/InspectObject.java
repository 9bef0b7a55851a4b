package io.github.memdump.gephi.window;

import io.github.memdump.gephi.graph.NodeItem;
import io.github.memdump.gephi.window.object.ObjectTab;
import java.awt.EventQueue;
import org.gephi.graph.api.Graph;
import org.gephi.graph.api.Node;
import org.gephi.visualization.spi.GraphContextMenuItem;
import org.openide.util.NbBundle;
import org.openide.util.lookup.ServiceProvider;

/** "Inspect" in the context menu of a node, in the Graph window and in the Data Laboratory. */
@ServiceProvider(service = GraphContextMenuItem.class, position = 90)
public final class InspectObject extends NodeItem {
    private String chosen = "";

    /** Shows the object of a node in the inspector of the Memdump window; from any thread, returns at once. */
    public static void inspect(String id) {
        EventQueue.invokeLater(() -> MemdumpTopComponent.open(ObjectTab.class)
            .ifPresent(tab -> tab.inspectNode(id)));
    }

    @Override
    public void setup(Graph graph, Node[] nodes) {
        super.setup(graph, nodes);
        chosen = nodes().length == 1 ? String.valueOf(nodes()[0].getId()) : "";
    }

    @Override
    public void setup(Node[] nodes, Node clicked) {
        chosen = clicked == null ? "" : String.valueOf(clicked.getId());
    }

    @Override
    public void execute() {
        inspect(chosen);
    }

    @Override
    public boolean canExecute() {
        return !chosen.isEmpty();
    }

    @Override
    public String getName() {
        return NbBundle.getMessage(InspectObject.class, "InspectObject");
    }

    @Override
    public String getDescription() {
        return NbBundle.getMessage(InspectObject.class, "InspectObject.hint");
    }

    @Override
    public int getPosition() {
        return -1;
    }
}
