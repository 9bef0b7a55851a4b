package io.github.memdump.gephi.canvas;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Font;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The controller here is made as that of Gephi 0.11 is, which is not published. */
final class EngineCanvasTest {
    private final Controller controller = new Controller();
    private final GraphCanvas canvas = new EngineCanvas(controller);

    @Test
    void knowsAnEngineByItsController() {
        assertTrue(EngineCanvas.isOf(Controller.class));
        assertFalse(EngineCanvas.isOf(Object.class));
        assertTrue(GraphCanvas.blends(), "as all of Gephi 0.10 does");
    }

    @Test
    void seesNothingBeforeTheWorkspaceIsDrawn() throws Exception {
        controller.model.engine = Optional.empty();
        assertTrue(canvas.sight().isEmpty());
        controller.model = null;
        assertTrue(canvas.sight().isEmpty());
    }

    @Test
    void tellsWhatIsSeenInUnitsOfThePlane() throws Exception {
        Sight sight = canvas.sight().orElseThrow();
        assertEquals(30, sight.middleX());
        assertEquals(-20, sight.middleY());
        assertEquals(4, sight.perPixel());
        assertEquals(3200, sight.width());
        assertEquals(2400, sight.height());
        assertTrue(sight.isSame(canvas.sight().orElseThrow()));
    }

    @Test
    void showsAPartWithSomeRoomAroundIt() throws Exception {
        canvas.show(new float[] {10, 30, -5, 5});
        assertArrayEquals(new float[] {20, 0, 22, 11}, controller.shown, 1e-5f);
    }

    @Test
    void lettersAreMeasuredInPixelsWhateverTheirMode() throws Exception {
        assertEquals(32 * 0.5 / 4, canvas.letterPixels());
        controller.model.scale = 0.25f;
        controller.model.mode = "SCREEN";
        assertEquals(8, canvas.letterPixels());
        assertEquals(0.25f, canvas.letterFactor());
        assertEquals(3f, canvas.edgeFactor());
    }

    @Test
    void leavesNothingSelectedUntilTheMouseMoves() throws Exception {
        controller.model.engine.orElseThrow().selection.some = true;
        canvas.leave();
        assertFalse(controller.model.engine.orElseThrow().selection.some);
        controller.model.engine = Optional.empty();
        canvas.leave();
    }

    /** Controls an engine. */
    public static final class Controller {
        private Model model = new Model();
        private float[] shown;

        public Model getModel() {
            return model;
        }

        public Optional<Engine> getEngine() {
            return Optional.of(new Engine());
        }

        public void centerOn(float x, float y, float width, float height) {
            shown = new float[] {x, y, width, height};
        }
    }

    /** What the Graph window has of a workspace. */
    public static final class Model {
        private Optional<Engine> engine = Optional.of(new Engine());
        private String mode = "ZOOM";
        private float scale = 0.5f;

        public Optional<Engine> getEngine() {
            return engine;
        }

        public Font getNodeLabelFont() {
            return new Font(Font.SANS_SERIF, Font.BOLD, 32);
        }

        public float getNodeLabelScale() {
            return scale;
        }

        public String getNodeLabelSizeMode() {
            return mode;
        }

        public float getEdgeScale() {
            return 3;
        }
    }

    /** An engine that draws a quarter of a pixel for a unit. */
    public static final class Engine {
        private final Selection selection = new Selection();

        public Selection getGraphSelection() {
            return selection;
        }

        public Shift getTranslate() {
            return new Shift();
        }

        public float getZoom() {
            return 0.25f;
        }

        public int getWidth() {
            return 800;
        }

        public int getHeight() {
            return 600;
        }
    }

    /** What stands out. */
    public static final class Selection {
        private boolean some;

        public void clearSelection() {
            some = false;
        }
    }

    /** By how much the plane was moved. */
    public static final class Shift {
        public float x() {
            return -30;
        }

        public float y() {
            return 20;
        }
    }
}
