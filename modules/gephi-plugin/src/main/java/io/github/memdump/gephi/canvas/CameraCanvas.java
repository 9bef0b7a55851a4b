package io.github.memdump.gephi.canvas;

import java.awt.Font;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.openide.util.Lookup;

/** The canvas of Gephi 0.10: a camera in space that looks at the plane. */
final class CameraCanvas implements GraphCanvas {
    private static final String[] BOUNDS = {"getMinXoctree", "getMaxXoctree", "getMinYoctree", "getMaxYoctree"};
    private static final double MARGIN = 1.1;
    /** How wide the camera sees, in degrees. */
    private static final double FIELD = 30;
    /** How high letters are drawn, as a part of the size of the font and of Gephi's factor; measured on the screen. */
    private static final double DRAWN = 0.552;
    private static final double FACTOR = 1.9;
    private static final double LEAST_FACTOR = 0.1;
    private static final float OUTSIDE = -1;
    private static final float FAR_AWAY = -Float.MAX_VALUE;

    private final Object controller;

    private CameraCanvas(Object controller) {
        this.controller = controller;
    }

    /** Returns that of a class of controllers; waits for it while it starts. */
    static CameraCanvas of(Class<?> controller) throws ReflectiveOperationException {
        return new CameraCanvas(controller.getMethod("getInstance").invoke(null));
    }

    @Override
    public Optional<Sight> sight() throws ReflectiveOperationException {
        Object drawable = Named.call(controller, "getDrawable");
        if (drawable == null || (Double) Named.call(drawable, "getDraggingMarkerX") == 0 || !showsCurrent()) {
            return Optional.empty();
        }
        float[] target = (float[]) Named.call(drawable, "getCameraTarget");
        int height = (Integer) Named.call(drawable, "getViewportHeight");
        double perPixel = perPixel(drawable);
        return height < 1 || !(perPixel > 0) ? Optional.empty() : Optional.of(new Sight(target[0], target[1],
            perPixel, (Integer) Named.call(drawable, "getViewportWidth"), height));
    }

    /** The node that this Gephi has under the mouse is that of the last frame, and has to be hit to the pixel. */
    @Override
    public Optional<GraphPointer> pointer() throws ReflectiveOperationException {
        Sight sight = sight().orElse(null);
        if (sight == null) {
            return Optional.empty();
        }
        float[] place = (float[]) Named.call(Named.call(controller, "getGraphIO"), "getMousePosition3d");
        return Optional.of(new GraphPointer(place[0], place[1], sight.perPixel()));
    }

    /**
     * This Gephi looks for what is under the mouse at each change of the graph, at the place where it last heard of the
     * mouse: over the graph, if it went from there into a menu.
     */
    @Override
    public void leave() throws ReflectiveOperationException {
        Object window = Named.call(controller, "getGraphIO");
        Arrays.fill((float[]) Named.call(window, "getMousePosition"), OUTSIDE);
        Arrays.fill((float[]) Named.call(window, "getMousePosition3d"), FAR_AWAY);
        Named.call(Named.call(controller, "getScheduler"), "requireUpdateSelection");
    }

    /** Returns whether the window has come to the current workspace; until then it shows the one before. */
    private boolean showsCurrent() throws ReflectiveOperationException {
        Object shown = Named.call(controller, "getVizModel");
        Workspace current = Lookup.getDefault().lookup(ProjectController.class).getCurrentWorkspace();
        return current != null && shown != null && current.getLookup().lookup(shown.getClass()) == shown;
    }

    private static double perPixel(Object drawable) throws ReflectiveOperationException {
        float[] camera = (float[]) Named.call(drawable, "getCameraLocation");
        float[] target = (float[]) Named.call(drawable, "getCameraTarget");
        int height = (Integer) Named.call(drawable, "getViewportHeight");
        return 2 * Math.abs(camera[2] - target[2]) * Math.tan(Math.toRadians(FIELD / 2)) / height;
    }

    @Override
    public List<Float> bounds() throws ReflectiveOperationException {
        Object limits = Named.call(controller, "getLimits");
        List<Float> bounds = new ArrayList<>();
        for (String each : BOUNDS) {
            bounds.add((Float) Named.call(limits, each));
        }
        return bounds;
    }

    /** Gephi centres on the cells that hold the nodes, which may be twice as wide as what is drawn in them. */
    @Override
    public void show(float[] extent) throws ReflectiveOperationException {
        Object drawable = Named.call(controller, "getDrawable");
        double width = (Integer) Named.call(drawable, "getViewportWidth");
        double height = (Integer) Named.call(drawable, "getViewportHeight");
        Object window = Named.call(controller, "getGraphIO");
        Named.call(window, "centerOnGraph");
        float[] camera = (float[]) Named.call(drawable, "getCameraLocation");
        float[] target = (float[]) Named.call(drawable, "getCameraTarget");
        camera[0] = target[0] = (extent[0] + extent[1]) / 2;
        camera[1] = target[1] = (extent[2] + extent[3]) / 2;
        double pixel = Math.max((extent[1] - extent[0]) / width, (extent[3] - extent[2]) / height) * MARGIN;
        Named.call(window, "setCameraDistance", float.class,
            (float) (Math.abs(camera[2] - target[2]) * pixel / perPixel(drawable)));
    }

    @Override
    public Font font() throws ReflectiveOperationException {
        return (Font) Named.call(texts(), "getNodeFont");
    }

    @Override
    public double letterPixels() throws ReflectiveOperationException {
        double factor = (Float) Named.call(texts(), "getNodeSizeFactor") * FACTOR + LEAST_FACTOR;
        return font().getSize2D() * factor * DRAWN;
    }

    @Override
    public void writeLabels(double letterPixels) throws ReflectiveOperationException {
        Object texts = texts();
        Object[] modes = (Object[]) Named.call(Named.call(controller, "getTextManager"), "getSizeModes");
        Named.call(texts, "setSizeMode", modes.getClass().getComponentType(), modes[0]);
        Named.call(texts, "setNodeSizeFactor", float.class,
            (float) ((letterPixels / (font().getSize2D() * DRAWN) - LEAST_FACTOR) / FACTOR));
        Named.call(texts, "setShowNodeLabels", boolean.class, true);
    }

    private Object texts() throws ReflectiveOperationException {
        return Named.call(Named.call(controller, "getVizModel"), "getTextModel");
    }

    /** The slider of the window ends at 10 and takes what is more back to that, but once: then it stands there. */
    @Override
    public void drawEdges(float width) throws ReflectiveOperationException {
        Object model = Named.call(controller, "getVizModel");
        Named.call(model, "setEdgeScale", float.class, width);
        if ((Float) Named.call(model, "getEdgeScale") < width) {
            Named.call(model, "setEdgeScale", float.class, width);
        }
    }
}
