package io.github.memdump.view.layout;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Where the nodes of a forest stand, and what else a picture of them needs. Not changed once laid out. */
public final class Positions {
    private final float[] x;
    private final float[] y;
    private final boolean[] trunk;
    private final List<Fan> fans = new ArrayList<>();
    private float letterHeight = 1;

    Positions(int size) {
        this.x = new float[size];
        this.y = new float[size];
        this.trunk = new boolean[size];
    }

    void put(int node, double toRight, double upwards) {
        x[node] = (float) toRight;
        y[node] = (float) upwards;
    }

    void markTrunk(int node) {
        trunk[node] = true;
    }

    void addFan(Fan fan) {
        fans.add(fan);
    }

    void writeIn(double height) {
        letterHeight = (float) height;
    }

    /** Returns where a node stands, to the right. */
    public float x(int node) {
        return x[node];
    }

    /** Returns where a node stands, upwards. */
    public float y(int node) {
        return y[node];
    }

    /** Returns the width or the height of what the middles of all nodes span, whichever is more; 0 for no node. */
    public double extent() {
        return Math.max(span(x), span(y));
    }

    private static double span(float[] values) {
        float least = Float.POSITIVE_INFINITY;
        float most = Float.NEGATIVE_INFINITY;
        for (float value : values) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        return values.length == 0 ? 0 : (double) most - least;
    }

    /** Returns whether a node stands on the trunk, with room for its label to its left. */
    public boolean onTrunk(int node) {
        return trunk[node];
    }

    /** Returns the discs that hang on the trunk, of radius 0 where nothing hangs on a trunk node. */
    public List<Fan> fans() {
        return Collections.unmodifiableList(fans);
    }

    /** Returns how high letters may be so that the labels of the trunk have room. */
    public float letterHeight() {
        return letterHeight;
    }

    /** A disc that holds what hangs on a node of the trunk. Immutable. */
    public static final class Fan {
        /** The hub of the disc of trees that hang on nothing. */
        public static final int NO_HUB = -1;

        private final int hub;
        private final float x;
        private final float y;
        private final float radius;

        Fan(int hub, double x, double y, double radius) {
            this.hub = hub;
            this.x = (float) x;
            this.y = (float) y;
            this.radius = (float) radius;
        }

        /** Returns the node that the disc hangs on, or {@link #NO_HUB}. */
        public int hub() {
            return hub;
        }

        /** Returns where the middle of the disc is, to the right. */
        public float x() {
            return x;
        }

        /** Returns where the middle of the disc is, upwards. */
        public float y() {
            return y;
        }

        /** Returns the radius of the disc, 0 for an empty one. */
        public float radius() {
            return radius;
        }
    }
}
