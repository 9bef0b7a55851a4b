package io.github.memdump.driver;

import java.awt.Component;
import java.awt.EventQueue;
import java.awt.Rectangle;
import org.gephi.datalab.api.DataLaboratoryHelper;
import org.gephi.datalab.spi.nodes.NodesManipulator;
import org.gephi.graph.api.Node;
import org.openide.windows.TopComponent;
import org.openide.windows.WindowManager;

/** The Data Laboratory, where a node is a row. */
final class Laboratory {
    private Laboratory() {
    }

    /** Inspects the object of a row: the Memdump window comes beside the table, and goes with the Data Laboratory. */
    static void inspects() throws Exception {
        turnTo("datalab");
        // Known from when it is first opened.
        Screen.await("the table", () -> isShowing("DataTableTopComponent"));
        TopComponent table = WindowManager.getDefault().findTopComponent("DataTableTopComponent");
        Node row = HeapTour.graph().getNodes().toArray()[0];
        for (NodesManipulator item : DataLaboratoryHelper.getDefault().getNodesManipulators()) {
            if (item.getClass().getName().endsWith(".InspectObject")) {
                item.setup(new Node[] {row}, row);
                item.execute();
            }
        }
        TopComponent object = Tour.memdump();
        Screen.await("the object", () -> object.isShowing() && object.getWidth() > 0 && object.getHeight() > 0);
        // Windows have their places once the event thread is through with them.
        Screen.ask(() -> "");
        Screen.await("the object beside the table", () -> table.isShowing() && table.getWidth() > 0
            && !onScreen(table).intersects(onScreen(object)));
        new Picture().keep("laboratory");
        turnTo("overview");
        Screen.await("the graph", () -> isShowing("GraphTopComponent"));
    }

    private static void turnTo(String role) {
        EventQueue.invokeLater(() -> WindowManager.getDefault().setRole(role));
    }

    private static boolean isShowing(String window) {
        TopComponent found = WindowManager.getDefault().findTopComponent(window);
        return found != null && found.isShowing();
    }

    private static Rectangle onScreen(Component component) {
        return new Rectangle(component.getLocationOnScreen(), component.getSize());
    }
}
