package io.github.memdump.gephi.style;

import io.github.memdump.gephi.heap.HeapTies;
import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.openide.util.Lookup;
import org.openide.util.RequestProcessor;

/**
 * What the Graph window shows of the plane, and labels that follow it: whenever the window was zoomed, moved or
 * resized and has come to rest, labels are chosen anew. Gephi has no API for this, so the window is asked by name;
 * where nothing answers, labels are chosen for the whole graph.
 */
public final class GraphCamera {
    private static final Logger LOG = Logger.getLogger(GraphCamera.class.getName());
    private static final RequestProcessor CHOOSING = new RequestProcessor("Memdump labels", 1);
    private static final String CONTROLLER = "org.gephi.visualization.VizController";
    private static final int PAUSE_MILLIS = 500;
    /** How wide the camera sees, in degrees. */
    private static final double FIELD = 30;
    /** How high letters are drawn, as a part of the size of the font and of Gephi's factor; measured on the screen. */
    private static final double DRAWN = 0.552;
    private static final double FACTOR = 1.9;
    private static final double LEAST_FACTOR = 0.1;
    private static GraphCamera watching;

    private LabelRoom before;
    private LabelRoom chosenFor;
    private GraphModel chosenIn;

    private GraphCamera() {
    }

    /** Begins to follow the window, if nothing does. For the event thread. */
    public static void follow() {
        if (watching == null && !GraphicsEnvironment.isHeadless()) {
            watching = new GraphCamera();
            watching.lookAgain();
        }
    }

    /** Not on the event thread: Gephi does not say which workspace is current while it opens or saves one. */
    private void lookAgain() {
        CHOOSING.schedule(() -> {
            try {
                look();
            } finally {
                lookAgain();
            }
        }, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        GraphModel model = HeapTies.current().isPresent()
            ? Lookup.getDefault().lookup(GraphController.class).getGraphModel() : null;
        LabelRoom now = model == null ? null : room(model).orElse(null);
        boolean atRest = now != null && now.isLike(before);
        before = now;
        if (atRest && !(now.isLike(chosenFor) && model == chosenIn)) {
            chosenFor = now;
            chosenIn = model;
            NodeLabels.draw(model);
        }
    }

    /** Returns what is seen of a graph, if the Graph window shows it. */
    static Optional<LabelRoom> room(GraphModel model) {
        if (GraphicsEnvironment.isHeadless()
            || Lookup.getDefault().lookup(GraphController.class).getGraphModel() != model) {
            return Optional.empty();
        }
        return asked((controller, drawable) -> {
            float[] target = (float[]) called(drawable, "getCameraTarget");
            int width = (Integer) called(drawable, "getViewportWidth");
            int height = (Integer) called(drawable, "getViewportHeight");
            double perPixel = perPixel(drawable);
            return height < 1 || !(perPixel > 0) ? null
                : new LabelRoom(font(controller), letterPixels(controller) * perPixel, target[0], target[1],
                    width * perPixel / 2, height * perPixel / 2);
        });
    }

    /** Returns where the mouse is in the Graph window, or was last; empty where there is no such window. */
    public static Optional<GraphPointer> pointer() {
        return asked((controller, drawable) -> {
            float[] place = (float[]) called(called(controller, "getGraphIO"), "getMousePosition3d");
            return new GraphPointer(place[0], place[1], perPixel(drawable));
        });
    }

    private static <T> Optional<T> asked(Question<T> question) {
        ClassLoader modules = Lookup.getDefault().lookup(ClassLoader.class);
        if (GraphicsEnvironment.isHeadless() || modules == null) {
            return Optional.empty();
        }
        try {
            Object controller = Class.forName(CONTROLLER, true, modules).getMethod("getInstance").invoke(null);
            Object drawable = called(controller, "getDrawable");
            return drawable == null || (Double) called(drawable, "getDraggingMarkerX") == 0 ? Optional.empty()
                : Optional.ofNullable(question.ask(controller, drawable));
        } catch (ReflectiveOperationException | LinkageError | ClassCastException absent) {
            LOG.log(Level.FINE, "the Graph window cannot be asked what it shows", absent);
            return Optional.empty();
        }
    }

    /**
     * Returns how many units of the plane a pixel of the Graph window shows; no number as long as it has no height.
     *
     * @throws ReflectiveOperationException if this Gephi has no such window
     */
    public static double perPixel(Object drawable) throws ReflectiveOperationException {
        float[] camera = (float[]) called(drawable, "getCameraLocation");
        float[] target = (float[]) called(drawable, "getCameraTarget");
        int height = (Integer) called(drawable, "getViewportHeight");
        return 2 * Math.abs(camera[2] - target[2]) * Math.tan(Math.toRadians(FIELD / 2)) / height;
    }

    /** Returns how high letters are, by the font and the size that the user has chosen. */
    private static double letterPixels(Object controller) throws ReflectiveOperationException {
        double factor = (Float) called(texts(controller), "getNodeSizeFactor") * FACTOR + LEAST_FACTOR;
        return font(controller).getSize2D() * factor * DRAWN;
    }

    private static Font font(Object controller) throws ReflectiveOperationException {
        return (Font) called(texts(controller), "getNodeFont");
    }

    private static Object texts(Object controller) throws ReflectiveOperationException {
        return called(called(controller, "getVizModel"), "getTextModel");
    }

    private static Object called(Object target, String name) throws ReflectiveOperationException {
        return target.getClass().getMethod(name).invoke(target);
    }

    /** What is asked of Gephi's controller of the Graph window and of what it draws on. */
    private interface Question<T> {
        T ask(Object controller, Object drawable) throws ReflectiveOperationException;
    }
}
