package io.github.memdump.view.layout;

/** Places circles along a spiral from the middle outwards, each as near to the one before it as it can. */
final class Spiral {
    private static final double SLACK = 1.02;
    /** From this angle on the arms are far enough apart, so that circles only meet those before them on their arm. */
    private static final double ARMS_APART = 4 * Math.PI;

    private final double widest;
    private final double pitch;
    private final double[] x;
    private final double[] y;
    private final double[] radii;
    private final double[] angles;
    private int count;
    private double angle;

    /** Begins a spiral for so many circles of radii up to {@code widest}. */
    Spiral(int circles, double widest) {
        this.widest = widest;
        this.pitch = 2 * widest * SLACK / (2 * Math.PI);
        this.x = new double[circles];
        this.y = new double[circles];
        this.radii = new double[circles];
        this.angles = new double[circles];
    }

    /** Places the next circle. */
    void add(double radius) {
        radii[count] = radius;
        if (count > 0) {
            double apart = radii[count - 1] + radius;
            angle += 0.9 * apart / Math.hypot(pitch * angle, pitch);
            moveTo(angle);
            while (overlaps()) {
                angle += 0.04 * apart / Math.hypot(pitch * angle, pitch);
                moveTo(angle);
            }
        }
        angles[count++] = angle;
    }

    private void moveTo(double position) {
        x[count] = pitch * position * Math.cos(position);
        y[count] = pitch * position * Math.sin(position);
    }

    private boolean overlaps() {
        for (int i = count - 1; i >= 0 && !isOutOfReach(i); i--) {
            double toRight = x[i] - x[count];
            double upwards = y[i] - y[count];
            double least = radii[i] + radii[count];
            if (toRight * toRight + upwards * upwards < least * least) {
                return true;
            }
        }
        return false;
    }

    /** Along the arm, twice what a straight line would need, since the arm is bent. */
    private boolean isOutOfReach(int circle) {
        return angle > ARMS_APART && (angle - angles[circle]) * pitch * angles[circle] > 2 * (radii[count] + widest);
    }

    double x(int circle) {
        return x[circle];
    }

    double y(int circle) {
        return y[circle];
    }

    /** Returns the radius of a circle around the middle that holds all. */
    double reach() {
        double reach = 0;
        for (int i = 0; i < count; i++) {
            reach = Math.max(reach, Math.hypot(x[i], y[i]) + radii[i]);
        }
        return reach;
    }
}
