package io.github.memdump.view.layout;

/** Walks outward along a spiral whose arms are a given distance apart. */
final class Spiral {
    private static final double SLACK = 1.08;

    private final double pitch;
    private double angle;
    private double x;
    private double y;
    private double lastRadius = -1;

    /** Begins at the middle. */
    Spiral(double armsApart) {
        this.pitch = armsApart * SLACK / (2 * Math.PI);
    }

    /** Goes on to where a circle of this radius just clears the one before it. */
    void advance(double radius) {
        if (lastRadius >= 0) {
            double fromX = x;
            double fromY = y;
            double apart = lastRadius + radius;
            angle += 0.9 * apart / Math.hypot(pitch * angle, pitch);
            moveTo(angle);
            while (Math.hypot(x - fromX, y - fromY) < apart) {
                angle += 0.04 * apart / Math.hypot(pitch * angle, pitch);
                moveTo(angle);
            }
        }
        lastRadius = radius;
    }

    private void moveTo(double position) {
        double distance = pitch * position;
        x = distance * Math.cos(position);
        y = distance * Math.sin(position);
    }

    double x() {
        return x;
    }

    double y() {
        return y;
    }

    /** Returns how far from the middle the walk has come. */
    double reach() {
        return pitch * angle;
    }
}
