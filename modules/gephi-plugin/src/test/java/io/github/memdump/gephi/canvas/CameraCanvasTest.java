package io.github.memdump.gephi.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The controller here is made as that of Gephi 0.10 is, which is not published. */
final class CameraCanvasTest {
    private static final Controller CONTROLLER = new Controller();

    @Test
    void leavesNoNodeUnderTheMouseUntilItMoves() throws Exception {
        CameraCanvas.of(Controller.class).leave();
        for (float place : CONTROLLER.mouse.pixel) {
            assertTrue(place < 0, "a pixel of the window");
        }
        for (float place : CONTROLLER.mouse.place) {
            assertTrue(place < -1e30f, "a place where a node can be");
        }
        assertEquals(1, CONTROLLER.scheduler.looks, "Gephi looks once what is under the mouse");
    }

    /** Controls the window. */
    public static final class Controller {
        private final Mouse mouse = new Mouse();
        private final Scheduler scheduler = new Scheduler();

        public static Controller getInstance() {
            return CONTROLLER;
        }

        public Mouse getGraphIO() {
            return mouse;
        }

        public Scheduler getScheduler() {
            return scheduler;
        }
    }

    /** Knows where the mouse was last, and hands out its own arrays. */
    public static final class Mouse {
        private final float[] pixel = {320, 240};
        private final float[] place = {10, 20};

        public float[] getMousePosition() {
            return pixel;
        }

        public float[] getMousePosition3d() {
            return place;
        }
    }

    /** Does what is due at the next frame. */
    public static final class Scheduler {
        private int looks;

        public void requireUpdateSelection() {
            looks++;
        }
    }
}
