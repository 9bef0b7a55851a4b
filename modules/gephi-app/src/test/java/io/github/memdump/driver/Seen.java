package io.github.memdump.driver;

import java.awt.Font;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gephi.graph.api.Node;
import org.openide.util.Lookup;

/** Where the camera of the Graph window is, and what of a graph it shows. */
final class Seen {
    /** How wide the camera sees, in degrees. */
    private static final double FIELD = 30;
    private static final double LETTER_WIDTH = 0.5;
    private static final double DRAWN = 0.48;
    private static final int PAUSE_MILLIS = 700;
    private static final int LOOKS = 40;

    private final float[] camera;
    private final double perPixel;
    private final double halfWidth;
    private final double halfHeight;
    private final double letterPixels;

    private Seen(float[] camera, double perPixel, double halfWidth, double halfHeight, double letterPixels) {
        this.camera = camera;
        this.perPixel = perPixel;
        this.halfWidth = halfWidth;
        this.halfHeight = halfHeight;
        this.letterPixels = letterPixels;
    }

    /** Waits until the nodes are in sight, if they come, and camera and labels do not change any more. */
    static void awaitRest(Node[] nodes) throws Exception {
        double[] before = {};
        int alike = 0;
        for (int i = 0; i < LOOKS && alike < 3; i++) {
            Thread.sleep(PAUSE_MILLIS);
            Seen now = now();
            long labels = Arrays.stream(nodes).filter(node -> node.getTextProperties().isVisible()).count();
            double[] figures = {now.camera[0], now.camera[1], now.camera[2], now.perPixel, labels};
            boolean good = labels > 0 && Arrays.stream(nodes).allMatch(now::isInside);
            alike = Arrays.equals(figures, before) && (good || i > LOOKS / 2) ? alike + 1 : 0;
            before = figures;
        }
    }

    private boolean isInside(Node node) {
        return Math.abs(node.x() - camera[0]) <= halfWidth && Math.abs(node.y() - camera[1]) <= halfHeight;
    }

    /** Returns what is seen now. */
    static Seen now() throws ReflectiveOperationException {
        Object controller = controller();
        Object drawable = called(controller, "getDrawable");
        float[] camera = (float[]) called(drawable, "getCameraLocation");
        float[] target = (float[]) called(drawable, "getCameraTarget");
        int width = (Integer) called(drawable, "getViewportWidth");
        int height = (Integer) called(drawable, "getViewportHeight");
        double halfHeight = Math.abs(camera[2] - target[2]) * Math.tan(Math.toRadians(FIELD / 2));
        double perPixel = 2 * halfHeight / Math.max(1, height);
        Object texts = called(called(controller, "getVizModel"), "getTextModel");
        double factor = (Float) called(texts, "getNodeSizeFactor") * 1.9 + 0.1;
        double letter = ((Font) called(texts, "getNodeFont")).getSize2D() * factor * DRAWN;
        return new Seen(new float[] {target[0], target[1], camera[2]}, perPixel, width * perPixel / 2, halfHeight,
            letter);
    }

    /** Puts the mouse over a node, for Gephi, which hears no more of it once a menu has opened there. */
    static void pointAt(Node node) throws ReflectiveOperationException {
        Seen now = now();
        Object mouse = called(controller(), "getGraphIO");
        float[] pixel = (float[]) called(mouse, "getMousePosition");
        float[] place = (float[]) called(mouse, "getMousePosition3d");
        place[0] = node.x();
        place[1] = node.y();
        pixel[0] = (float) ((node.x() - now.camera[0] + now.halfWidth) / now.perPixel);
        pixel[1] = (float) ((node.y() - now.camera[1] + now.halfHeight) / now.perPixel);
        called(called(controller(), "getScheduler"), "requireUpdateSelection");
    }

    /** Returns whether all is shown pale but what is selected or under the mouse. */
    static boolean isPale() {
        try {
            return (Boolean) called(called(controller(), "getVizConfig"), "isLightenNonSelected");
        } catch (ReflectiveOperationException other) {
            throw new AssertionError(other);
        }
    }

    private static Object controller() throws ReflectiveOperationException {
        return Class.forName("org.gephi.visualization.VizController", true,
            Lookup.getDefault().lookup(ClassLoader.class)).getMethod("getInstance").invoke(null);
    }

    private static Object called(Object target, String name) throws ReflectiveOperationException {
        return target.getClass().getMethod(name).invoke(target);
    }

    /** Fails unless nodes are in the window, labels are drawn, holders among them, and no two lie over each other. */
    void expectGood(Node[] nodes, String view) {
        List<Node> outside = new ArrayList<>();
        List<Node> drawn = new ArrayList<>();
        for (Node node : nodes) {
            if (!isInside(node)) {
                outside.add(node);
            } else if (node.getTextProperties().isVisible()) {
                drawn.add(node);
            }
        }
        List<String> wrong = new ArrayList<>();
        if (!outside.isEmpty()) {
            wrong.add(outside.size() + " of " + nodes.length + " nodes are outside of the window");
        }
        if (drawn.isEmpty()) {
            wrong.add("no label is drawn");
        }
        for (int i = 0; i < drawn.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (overlap(drawn.get(i), drawn.get(j))) {
                    wrong.add(drawn.get(i).getLabel() + " lies over " + drawn.get(j).getLabel());
                }
            }
        }
        wrong.addAll(Ways.unlabelled(nodes));
        System.err.println("SEEN " + view + ": " + nodes.length + " nodes, " + drawn.size() + " labels, letters of "
            + Math.round(letterPixels) + " pixels; " + wrong);
        if (!wrong.isEmpty()) {
            throw new AssertionError(view + ": " + wrong.subList(0, Math.min(5, wrong.size())));
        }
    }

    private boolean overlap(Node one, Node other) {
        double letter = letterPixels * perPixel;
        double width = (one.getLabel().length() + other.getLabel().length()) * LETTER_WIDTH * letter / 2;
        return Math.abs(one.x() - other.x()) < width && Math.abs(one.y() - other.y()) < letter;
    }
}
