package io.github.memdump.gephi.workspace;

import io.github.memdump.gephi.canvas.GraphCanvas;
import io.github.memdump.gephi.canvas.Sight;
import io.github.memdump.gephi.heap.HeapTies;
import io.github.memdump.gephi.style.GraphCamera;
import io.github.memdump.gephi.style.NodeLabels;
import io.github.memdump.gephi.style.PreviewLook;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.swing.Timer;
import javax.swing.UIManager;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.project.api.ProjectController;
import org.openide.util.Lookup;

/**
 * Brings the graph and its labels into sight in the Graph window; where there is none that is known, the user's wheel
 * does the same. Asked before it has drawn once, the window would lose its camera; so it is asked when the bounds of
 * what it draws no longer change.
 */
public final class GraphWindow {
    private static final Logger LOG = Logger.getLogger(GraphWindow.class.getName());
    private static final int PAUSE_MILLIS = 400;
    private static final int PATIENCE = 1_500;
    private static final double LARGEST_LETTERS = 10.8;
    private static final double SMALLEST_LETTERS = 7.8;
    /** Thinner ones are drawn as dots. */
    private static final float EDGE_PIXELS = 1.5f;
    /** On black a line of less than a pixel is hard to see, and Gephi draws two fifths of what it is asked for. */
    private static final float EDGE_PIXELS_ON_BLACK = 2.8f;
    /** A quarter of what Gephi makes the edges by itself: between groups there are four for each node. */
    private static final float THIN_EDGES = 0.5f;

    private final Timer timer = new Timer(PAUSE_MILLIS, event -> look());
    private List<Float> before = List.of();
    private Sight put;
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
        GraphCanvas canvas = GraphCanvas.find().orElseThrow(ClassNotFoundException::new);
        Sight sight = canvas.sight().orElse(null);
        if (sight == null || !isAtRest(canvas.bounds())) {
            return false;
        }
        if (sight.isSame(put)) {
            GraphCamera.follow();
            return true;
        }
        GraphModel model = Lookup.getDefault().lookup(GraphController.class).getGraphModel();
        float[] drawn = NodeLabels.extent(model);
        if (drawn[1] > drawn[0]) {
            canvas.show(drawn);
        }
        label(canvas, model);
        canvas.drawEdges(edgeWidth(canvas));
        PreviewLook.divide(Lookup.getDefault().lookup(ProjectController.class).getCurrentWorkspace(),
            canvas.edgeFactor(), canvas.letterFactor());
        put = canvas.sight().orElse(null);
        return false;
    }

    private boolean isAtRest(List<Float> now) {
        boolean settled = now.equals(before);
        before = now;
        return now.isEmpty() || settled && now.get(1) > now.get(0) && now.get(1) - now.get(0) < Float.MAX_VALUE;
    }

    /**
     * Only nodes that matter have labels: letters of one size are legible from any distance. They are smaller where the
     * names of holders and of what leads to them do not fit otherwise.
     */
    private static void label(GraphCanvas canvas, GraphModel model) throws ReflectiveOperationException {
        for (double pixels = LARGEST_LETTERS; pixels >= SMALLEST_LETTERS; pixels--) {
            canvas.writeLabels(pixels);
            if (NodeLabels.drawsWays(model)) {
                break;
            }
        }
    }

    /** Edges of objects are as wide as can be seen from where the whole graph is. */
    private static float edgeWidth(GraphCanvas canvas) throws ReflectiveOperationException {
        if (HeapTies.current().filter(heap -> heap.recipe().subject().isOfGroups()).isPresent()) {
            return THIN_EDGES;
        }
        float pixels = UIManager.getBoolean("nb.dark.theme") ? EDGE_PIXELS_ON_BLACK : EDGE_PIXELS;
        return (float) (pixels * canvas.sight().map(Sight::perPixel).orElse(1.0));
    }
}
