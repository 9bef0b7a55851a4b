package io.github.memdump.gephi.style;

import java.util.Arrays;
import org.gephi.graph.api.Node;

/** How far apart nodes stand, which tells how large they may be. */
final class Spread {
    private static final int NEIGHBOURS = 24;
    /** Radii as parts of the usual distance to the nearest node, and of the whole picture. */
    private static final double SMALLEST = 0.3;
    private static final double LARGEST = 4.5;
    private static final double OF_PICTURE = 0.035;
    private static final double LEAST_DISTANCE = 4;

    private final double nearest;
    private final double extent;

    private Spread(double nearest, double extent) {
        this.nearest = nearest;
        this.extent = extent;
    }

    /** Measures nodes: sorts them, then looks at a few neighbours of each. */
    static Spread of(Node[] nodes) {
        Node[] byX = nodes.clone();
        Arrays.sort(byX, (a, b) -> Float.compare(a.x(), b.x()));
        double[] distances = new double[byX.length];
        double low = Double.MAX_VALUE;
        double high = -Double.MAX_VALUE;
        for (int i = 0; i < byX.length; i++) {
            distances[i] = Double.MAX_VALUE;
            for (int j = Math.max(0, i - NEIGHBOURS); j < Math.min(byX.length, i + NEIGHBOURS); j++) {
                double distance = Math.hypot(byX[i].x() - byX[j].x(), byX[i].y() - byX[j].y());
                distances[i] = j == i ? distances[i] : Math.min(distances[i], distance);
            }
            low = Math.min(low, byX[i].y());
            high = Math.max(high, byX[i].y());
        }
        Arrays.sort(distances);
        double wide = byX.length == 0 ? 0 : byX[byX.length - 1].x() - byX[0].x();
        double usual = byX.length < 2 ? 0 : distances[distances.length / 2];
        return new Spread(Math.max(LEAST_DISTANCE, usual), Math.max(wide, high - low));
    }

    /** Returns a radius at which most nodes stay apart. */
    float smallest() {
        return (float) (SMALLEST * nearest);
    }

    /** Returns a radius that stands out and leaves room for others. */
    float largest() {
        return (float) Math.max(2 * smallest(), Math.min(LARGEST * nearest, OF_PICTURE * extent));
    }
}
