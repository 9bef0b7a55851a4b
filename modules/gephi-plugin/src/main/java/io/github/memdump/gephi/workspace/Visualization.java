package io.github.memdump.gephi.workspace;

import java.awt.GraphicsEnvironment;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openide.util.Lookup;

/** Gephi's drawing of the graph, as far as opening dumps must know of it. */
public final class Visualization {
    private static final Logger LOG = Logger.getLogger(Visualization.class.getName());
    private static final String CONTROLLER = "org.gephi.visualization.VizController";

    private Visualization() {
    }

    /**
     * Waits until the drawing has been set up. While Gephi starts, a thread of the Graph window sets it up, which holds
     * the drawing's lock and asks for the project's; whoever makes a workspace at that time takes them the other way
     * round, and both wait for ever. So this is to be called, outside the event thread and without any lock, before
     * the first workspace is made. Where there is no such class, as in later Gephis, nothing needs to be done.
     */
    public static void ready() {
        ClassLoader modules = Lookup.getDefault().lookup(ClassLoader.class);
        if (modules == null || GraphicsEnvironment.isHeadless()) {
            return;
        }
        try {
            Class.forName(CONTROLLER, true, modules).getMethod("getInstance").invoke(null);
        } catch (ReflectiveOperationException | LinkageError absent) {
            LOG.log(Level.FINE, "this Gephi draws in another way", absent);
        }
    }
}
