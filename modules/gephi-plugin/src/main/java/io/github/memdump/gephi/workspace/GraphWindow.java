package io.github.memdump.gephi.workspace;

import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.lang.reflect.Method;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openide.util.Lookup;

/**
 * Brings the graph into sight in the Graph window. Gephi 0.10 has no API for this and later ones will have another
 * one, so it is asked for by name, and where nothing answers to it the user's wheel does the same.
 */
final class GraphWindow {
    private static final Logger LOG = Logger.getLogger(GraphWindow.class.getName());
    private static final String CONTROLLER = "org.gephi.visualization.VizController";

    private GraphWindow() {
    }

    /** Centres the graph of the current workspace, later on the event thread. */
    static void show() {
        if (!GraphicsEnvironment.isHeadless()) {
            EventQueue.invokeLater(GraphWindow::centre);
        }
    }

    private static void centre() {
        try {
            ClassLoader modules = Lookup.getDefault().lookup(ClassLoader.class);
            if (modules == null) {
                return;
            }
            Class<?> type = Class.forName(CONTROLLER, true, modules);
            Object controller = type.getMethod("getInstance").invoke(null);
            Object window = called(controller, "getGraphIO");
            called(window, "centerOnGraph");
        } catch (ReflectiveOperationException | LinkageError absent) {
            LOG.log(Level.FINE, "the Graph window cannot be asked to centre", absent);
        }
    }

    private static Object called(Object target, String name) throws ReflectiveOperationException {
        Method method = target.getClass().getMethod(name);
        return method.invoke(target);
    }
}
