package io.github.memdump.view.layout;

/**
 * Places circles in rings around the first of them, the largest first, so that those of a ring are alike and about
 * three quarters of the whole are filled. None overlaps another. Linear time; 16 bytes per circle.
 */
final class Rings {
    /** Keeps circles apart that would touch but for rounding. */
    private static final double SLACK = 1 + 1e-6;

    private final double[] radii;
    private final double[] x;
    private final double[] y;
    private double reach;

    /**
     * Places circles.
     *
     * @param radii their radii, above 0, in falling order
     */
    Rings(double[] radii) {
        this.radii = radii;
        this.x = new double[radii.length];
        this.y = new double[radii.length];
        reach = radii.length == 0 ? 0 : radii[0];
        for (int first = 1, end; first < radii.length; first = end) {
            double middle = (reach + radii[first]) * SLACK;
            end = endOfRing(first, middle);
            placeRing(first, end, middle);
            reach = middle + radii[first];
        }
    }

    private double angle(int one, int other, double middle) {
        return 2 * Math.asin(Math.min(1, (radii[one] + radii[other]) / (2 * middle))) * SLACK;
    }

    private int endOfRing(int first, double middle) {
        double taken = 0;
        int end = first + 1;
        while (end < radii.length && taken + angle(end - 1, end, middle) + angle(end, first, middle) <= 2 * Math.PI) {
            taken += angle(end - 1, end, middle);
            end++;
        }
        return end;
    }

    private void placeRing(int first, int end, double middle) {
        double taken = 0;
        for (int circle = first; circle < end; circle++) {
            taken += circle == first ? 0 : angle(circle - 1, circle, middle);
            x[circle] = middle * Math.cos(taken);
            y[circle] = middle * Math.sin(taken);
        }
    }

    double x(int circle) {
        return x[circle];
    }

    double y(int circle) {
        return y[circle];
    }

    /** Returns the radius of a circle around the middle that holds all. */
    double reach() {
        return reach;
    }
}
