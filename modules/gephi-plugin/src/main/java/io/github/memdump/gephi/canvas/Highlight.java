package io.github.memdump.gephi.canvas;

import java.awt.EventQueue;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.gephi.graph.api.Node;
import org.gephi.visualization.api.VisualizationController;
import org.openide.util.Lookup;

/**
 * What stands out in the Graph window, since all else is shown pale: nodes that are selected, and the one that the
 * mouse is over. Gephi goes on showing all else pale when these nodes are gone. For any thread; what is asked for
 * happens on the event thread, in the order in which it was asked.
 */
public final class Highlight {
    private Highlight() {
    }

    /** Lets nodes stand out, and no others; where there is one alone, the window goes to it. */
    public static void show(List<Node> nodes) {
        inWindow(window -> {
            window.resetSelection();
            window.selectNodes(nodes.toArray(new Node[0]));
            if (nodes.size() == 1) {
                window.centerOnNode(nodes.get(0));
            }
        });
    }

    /** Shows all alike again, until something is selected or the mouse moves. */
    public static void end() {
        inWindow(window -> {
            window.resetSelection();
            GraphCanvas.ask(canvas -> {
                canvas.leave();
                return Optional.empty();
            });
        });
    }

    private static void inWindow(Consumer<VisualizationController> work) {
        VisualizationController window = Lookup.getDefault().lookup(VisualizationController.class);
        if (window != null) {
            EventQueue.invokeLater(() -> work.accept(window));
        }
    }
}
