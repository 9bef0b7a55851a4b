package io.github.memdump.gephi.canvas;

import java.awt.Font;
import java.util.List;
import java.util.Optional;

/** The canvas of Gephi 0.11: an engine that looks straight down, so many pixels for a unit of the plane. */
final class EngineCanvas implements GraphCanvas {
    private static final String API = "org.gephi.visualization.api.";
    private static final float MARGIN = 1.1f;

    private final Object controller;

    /** Makes that of a controller that {@link #isOf} says yes to. */
    EngineCanvas(Object controller) {
        this.controller = controller;
    }

    /** Returns whether a class controls such an engine. */
    static boolean isOf(Class<?> controller) {
        try {
            return controller.getMethod("getEngine").getReturnType() == Optional.class;
        } catch (NoSuchMethodException other) {
            return false;
        }
    }

    @Override
    public Optional<Sight> sight() throws ReflectiveOperationException {
        Optional<?> engine = engine();
        if (engine.isEmpty()) {
            return Optional.empty();
        }
        Object moved = Named.call(engine.get(), "getTranslate");
        float zoom = (Float) Named.call(engine.get(), "getZoom");
        int width = (Integer) Named.call(engine.get(), "getWidth");
        int height = (Integer) Named.call(engine.get(), "getHeight");
        return width <= 1 || height <= 1 || !(zoom > 0) ? Optional.empty() : Optional.of(new Sight(
            -(Float) Named.call(moved, "x"), -(Float) Named.call(moved, "y"), 1 / (double) zoom, width, height));
    }

    /** The engine looks for what is under the mouse when that moves, and keeps it although it is gone. */
    @Override
    public void leave() throws ReflectiveOperationException {
        Optional<?> engine = engine();
        if (engine.isPresent()) {
            Named.call(Named.call(engine.get(), "getGraphSelection"), "clearSelection");
        }
    }

    private Optional<?> engine() throws ReflectiveOperationException {
        Object model = Named.call(controller, "getModel");
        return model == null ? Optional.empty() : (Optional<?>) Named.call(model, "getEngine");
    }

    /** The engine leaves its camera where it was put: what is drawn has not to come to rest. */
    @Override
    public List<Float> bounds() {
        return List.of();
    }

    @Override
    public void show(float[] extent) throws ReflectiveOperationException {
        controller.getClass().getMethod("centerOn", float.class, float.class, float.class, float.class)
            .invoke(controller, (extent[0] + extent[1]) / 2, (extent[2] + extent[3]) / 2,
                (extent[1] - extent[0]) * MARGIN, (extent[3] - extent[2]) * MARGIN);
    }

    @Override
    public Font font() throws ReflectiveOperationException {
        return (Font) Named.call(Named.call(controller, "getModel"), "getNodeLabelFont");
    }

    @Override
    public double letterPixels() throws ReflectiveOperationException {
        Object model = Named.call(controller, "getModel");
        double high = font().getSize2D() * (Float) Named.call(model, "getNodeLabelScale");
        return "SCREEN".equals(Named.call(model, "getNodeLabelSizeMode").toString()) ? high
            : high / sight().map(Sight::perPixel).orElse(1.0);
    }

    @Override
    public void writeLabels(double letterPixels) throws ReflectiveOperationException {
        Named.choose(controller, "setNodeLabelSizeMode", API + "LabelSizeMode", "SCREEN");
        Named.call(controller, "setNodeLabelFitToNodeSize", boolean.class, false);
        Named.call(controller, "setAvoidNodeLabelOverlap", boolean.class, false);
        Named.call(controller, "setNodeLabelScale", float.class, (float) (letterPixels / font().getSize2D()));
        Named.call(controller, "setShowNodeLabels", boolean.class, true);
    }

    @Override
    public void drawEdges(float width) throws ReflectiveOperationException {
        Named.choose(controller, "setEdgeColorMode", API + "EdgeColorMode", "SELF");
        Named.call(controller, "setEdgeScale", float.class, width);
    }

    @Override
    public float edgeFactor() throws ReflectiveOperationException {
        return (Float) Named.call(Named.call(controller, "getModel"), "getEdgeScale");
    }

    @Override
    public float letterFactor() throws ReflectiveOperationException {
        return (Float) Named.call(Named.call(controller, "getModel"), "getNodeLabelScale");
    }
}
