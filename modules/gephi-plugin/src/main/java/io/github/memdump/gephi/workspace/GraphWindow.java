package io.github.memdump.gephi.workspace;

import io.github.memdump.gephi.heap.HeapTies;
import io.github.memdump.gephi.style.GraphCamera;
import io.github.memdump.gephi.style.NodeLabels;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.util.Arrays;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.swing.Timer;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.openide.util.Lookup;

/**
 * Brings the graph and its labels into sight in the Graph window. Gephi 0.10 has no API for this and later ones will
 * have another one, so it is asked for by name, and where nothing answers to it the user's wheel does the same. Asked
 * before it has drawn once, the window would lose its camera; so it is asked when the bounds of what it draws no
 * longer change.
 */
public final class GraphWindow {
    private static final Logger LOG = Logger.getLogger(GraphWindow.class.getName());
    private static final String CONTROLLER = "org.gephi.visualization.VizController";
    private static final String[] BOUNDS = {"getMinXoctree", "getMaxXoctree", "getMinYoctree", "getMaxYoctree"};
    private static final int PAUSE_MILLIS = 400;
    private static final int PATIENCE = 1_500;
    private static final float MARGIN = 1.1f;
    /** From eleven pixels, as Gephi writes them, to eight. */
    private static final float[] LABEL_SIZES = {0.27f, 0.24f, 0.21f, 0.18f};
    /** Thinner ones are drawn as dots. */
    private static final float EDGE_PIXELS = 1.5f;
    /** A quarter of what Gephi makes the edges by itself: between groups there are four for each node. */
    private static final float THIN_EDGES = 0.5f;

    private final Timer timer = new Timer(PAUSE_MILLIS, event -> look());
    private float[] before = new float[BOUNDS.length];
    private float[] put;
    private int looks;

    private GraphWindow() {
    }

    /** Centres the graph of the current workspace and shows its labels, later on the event thread. */
    public static void show() {
        if (!GraphicsEnvironment.isHeadless()) {
            EventQueue.invokeLater(new GraphWindow().timer::start);
        }
    }

    private void look() {
        try {
            if (++looks > PATIENCE || centred()) {
                timer.stop();
            }
        } catch (ReflectiveOperationException | LinkageError | ClassCastException absent) {
            timer.stop();
            LOG.log(Level.FINE, "the Graph window cannot be asked to centre", absent);
        }
    }

    /** Gephi may set the camera again while a workspace comes up: done is done when it stays where it was put. */
    private boolean centred() throws ReflectiveOperationException {
        Class<?> type = Class.forName(CONTROLLER, true, Lookup.getDefault().lookup(ClassLoader.class));
        Object controller = type.getMethod("getInstance").invoke(null);
        Object drawable = called(controller, "getDrawable");
        if (drawable == null || (Double) called(drawable, "getDraggingMarkerX") == 0 || !showsCurrent(controller)) {
            return false;
        }
        Object limits = called(controller, "getLimits");
        float[] now = new float[BOUNDS.length];
        for (int i = 0; i < now.length; i++) {
            now[i] = (Float) called(limits, BOUNDS[i]);
        }
        boolean settled = Arrays.equals(now, before) && now[1] > now[0] && now[1] - now[0] < Float.MAX_VALUE;
        before = now;
        if (!settled) {
            return false;
        }
        float[] camera = (float[]) called(drawable, "getCameraLocation");
        if (Arrays.equals(camera, put)) {
            GraphCamera.follow();
            return true;
        }
        approach(controller);
        label(controller);
        put = ((float[]) called(drawable, "getCameraLocation")).clone();
        return false;
    }

    /** Returns whether the window has come to the current workspace; until then it shows the one before. */
    private static boolean showsCurrent(Object controller) throws ReflectiveOperationException {
        Object shown = called(controller, "getVizModel");
        Workspace current = Lookup.getDefault().lookup(ProjectController.class).getCurrentWorkspace();
        return current != null && shown != null && current.getLookup().lookup(shown.getClass()) == shown;
    }

    /** Gephi centres on the cells that hold the nodes, which may be twice as wide as what is drawn in them. */
    private static void approach(Object controller) throws ReflectiveOperationException {
        Object drawable = called(controller, "getDrawable");
        GraphModel model = Lookup.getDefault().lookup(GraphController.class).getGraphModel();
        float[] drawn = NodeLabels.extent(model);
        double width = (Integer) called(drawable, "getViewportWidth");
        double height = (Integer) called(drawable, "getViewportHeight");
        if (drawn[1] <= drawn[0] || width < 1 || height < 1) {
            return;
        }
        called(called(controller, "getGraphIO"), "centerOnGraph");
        float[] camera = (float[]) called(drawable, "getCameraLocation");
        float[] target = (float[]) called(drawable, "getCameraTarget");
        camera[0] = target[0] = (drawn[0] + drawn[1]) / 2;
        camera[1] = target[1] = (drawn[2] + drawn[3]) / 2;
        double pixel = Math.max((drawn[1] - drawn[0]) / width, (drawn[3] - drawn[2]) / height) * MARGIN;
        Object window = called(controller, "getGraphIO");
        window.getClass().getMethod("setCameraDistance", float.class)
            .invoke(window, (float) (Math.abs(camera[2] - target[2]) * pixel / GraphCamera.perPixel(drawable)));
    }

    /**
     * Only nodes that matter have labels: letters of one size are legible from any distance. They are smaller where the
     * names of holders and of what leads to them do not fit otherwise.
     */
    private static void label(Object controller) throws ReflectiveOperationException {
        Object texts = called(called(controller, "getVizModel"), "getTextModel");
        Object[] sizes = (Object[]) called(called(controller, "getTextManager"), "getSizeModes");
        texts.getClass().getMethod("setSizeMode", sizes.getClass().getComponentType()).invoke(texts, sizes[0]);
        GraphModel model = Lookup.getDefault().lookup(GraphController.class).getGraphModel();
        for (float size : LABEL_SIZES) {
            texts.getClass().getMethod("setNodeSizeFactor", float.class).invoke(texts, size);
            if (NodeLabels.drawsWays(model)) {
                break;
            }
        }
        texts.getClass().getMethod("setShowNodeLabels", boolean.class).invoke(texts, true);
        Object looks = called(controller, "getVizModel");
        looks.getClass().getMethod("setEdgeScale", float.class).invoke(looks, edgeScale(controller));
    }

    /** Edges of objects are as wide as can be seen from where the whole graph is. */
    private static float edgeScale(Object controller) throws ReflectiveOperationException {
        if (HeapTies.current().filter(heap -> heap.recipe().subject().isOfGroups()).isPresent()) {
            return THIN_EDGES;
        }
        return (float) (EDGE_PIXELS * GraphCamera.perPixel(called(controller, "getDrawable")));
    }

    private static Object called(Object target, String name) throws ReflectiveOperationException {
        return target.getClass().getMethod(name).invoke(target);
    }
}
