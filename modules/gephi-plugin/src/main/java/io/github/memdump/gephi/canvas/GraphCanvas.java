package io.github.memdump.gephi.canvas;

import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openide.util.Lookup;

/**
 * What the Graph window draws on. Gephi 0.10 has no API for it, that of 0.11 is not known to 0.10, and the plugin is
 * one for both; so each is asked by name, and each method throws a {@link ReflectiveOperationException} where nothing
 * answers to it.
 */
public interface GraphCanvas {
    /** Returns the canvas of this Gephi, nothing where there is no Graph window that is known. */
    static Optional<GraphCanvas> find() {
        Class<?> controller = GraphicsEnvironment.isHeadless() ? null : controller().orElse(null);
        try {
            return controller == null ? Optional.empty() : Optional.of(EngineCanvas.isOf(controller)
                ? new EngineCanvas(Lookup.getDefault().lookup(controller)) : CameraCanvas.of(controller));
        } catch (ReflectiveOperationException | LinkageError absent) {
            Logger.getLogger(GraphCanvas.class.getName()).log(Level.FINE, "there is no Graph window", absent);
            return Optional.empty();
        }
    }

    /** Returns what the canvas of this Gephi answers, nothing where there is none or it is not what it was. */
    static <T> Optional<T> ask(Question<T> question) {
        try {
            GraphCanvas canvas = find().orElse(null);
            return canvas == null ? Optional.empty() : question.ask(canvas);
        } catch (ReflectiveOperationException | LinkageError | ClassCastException absent) {
            Logger.getLogger(GraphCanvas.class.getName()).log(Level.FINE, "the Graph window cannot be asked", absent);
            return Optional.empty();
        }
    }

    /** Returns whether what lies under a translucent edge is seen through it, here or wherever the graph will be. */
    static boolean blends() {
        return controller().filter(EngineCanvas::isOf).isEmpty();
    }

    private static Optional<Class<?>> controller() {
        ClassLoader modules = Lookup.getDefault().lookup(ClassLoader.class);
        try {
            return modules == null ? Optional.empty()
                : Optional.of(Class.forName("org.gephi.visualization.VizController", true, modules));
        } catch (ClassNotFoundException | LinkageError absent) {
            Logger.getLogger(GraphCanvas.class.getName()).log(Level.FINE, "there is no Graph window", absent);
            return Optional.empty();
        }
    }

    /** Returns what it shows of the current workspace, nothing until it has drawn that. */
    Optional<Sight> sight() throws ReflectiveOperationException;

    /** Returns where the mouse is, or was last; nothing where Gephi finds what is under it by itself, at each click. */
    default Optional<GraphPointer> pointer() throws ReflectiveOperationException {
        return Optional.empty();
    }

    /** Takes the mouse for gone, until it moves: no node is under it. */
    void leave() throws ReflectiveOperationException;

    /** Returns the bounds within which it draws. As long as they change, it may put its camera elsewhere by itself. */
    List<Float> bounds() throws ReflectiveOperationException;

    /** Brings a part of the plane into sight, from where to where to the right, then upwards. */
    void show(float[] extent) throws ReflectiveOperationException;

    /** Returns the font of the nodes' labels. */
    Font font() throws ReflectiveOperationException;

    /** Returns how high the letters of the nodes' labels are drawn, in pixels. */
    double letterPixels() throws ReflectiveOperationException;

    /** Shows the nodes' labels, all so high from any distance, those that are visible and no others. */
    void writeLabels(double letterPixels) throws ReflectiveOperationException;

    /** Draws edges in their own colours and so wide: the units of the plane that an edge of the least weight takes. */
    void drawEdges(float width) throws ReflectiveOperationException;

    /** Returns by what Preview multiplies the width of edges. */
    default float edgeFactor() throws ReflectiveOperationException {
        return 1;
    }

    /** Returns by what Preview multiplies the height of letters. */
    default float letterFactor() throws ReflectiveOperationException {
        return 1;
    }

    /** What is asked of a canvas. */
    interface Question<T> {
        /** Returns the answer, if there is one. */
        Optional<T> ask(GraphCanvas canvas) throws ReflectiveOperationException;
    }
}
