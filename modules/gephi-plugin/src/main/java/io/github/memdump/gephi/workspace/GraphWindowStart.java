package io.github.memdump.gephi.workspace;

import java.awt.GraphicsEnvironment;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openide.util.Lookup;

/**
 * Waits for the start of the Graph window. While it starts, Gephi 0.10 deadlocks with any thread that makes a
 * workspace: each then holds the lock that the other one wants, the event thread behind them. Nothing in the API
 * tells of that start, so it is asked for by name; where nothing answers to it there is nothing to wait for.
 */
final class GraphWindowStart {
    private static final Logger LOG = Logger.getLogger(GraphWindowStart.class.getName());
    private static final String CONTROLLER = "org.gephi.visualization.VizController";

    private GraphWindowStart() {
    }

    /** Returns when the Graph window has started. Not for the event thread, which that start needs. */
    static void await() {
        ClassLoader modules = Lookup.getDefault().lookup(ClassLoader.class);
        if (GraphicsEnvironment.isHeadless() || modules == null) {
            return;
        }
        try {
            Class.forName(CONTROLLER, true, modules).getMethod("getInstance").invoke(null);
        } catch (ReflectiveOperationException | LinkageError absent) {
            LOG.log(Level.FINE, "no Graph window to wait for", absent);
        }
    }
}
