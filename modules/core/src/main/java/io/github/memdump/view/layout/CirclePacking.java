package io.github.memdump.view.layout;

/**
 * Packs circles closely around the first of them, none overlapping another: each next circle is laid against two that
 * touch each other on the rim, where that is nearest to the middle (Wang, Wang, Dai, Wang 2006, "Visualization of
 * large hierarchical data by circle packing"). Time about n·√n, 24 bytes per circle on the way.
 */
final class CirclePacking {
    private static final double TOUCHING = 1e-6;
    private static final int ROUNDS_TO_ENCLOSE = 64;

    private final double[] radii;
    private final double[] x;
    private final double[] y;
    private final int[] next;
    private final int[] previous;
    private double radius;

    private CirclePacking(double[] radii) {
        this.radii = radii;
        this.x = new double[radii.length];
        this.y = new double[radii.length];
        this.next = new int[radii.length];
        this.previous = new int[radii.length];
    }

    /** Packs circles of these radii, all above 0, so that a circle of {@link #radius} around the origin holds them. */
    static CirclePacking of(double[] radii) {
        CirclePacking packing = new CirclePacking(radii);
        packing.placeAll();
        packing.enclose();
        return packing;
    }

    double x(int circle) {
        return x[circle];
    }

    double y(int circle) {
        return y[circle];
    }

    /** Returns the radius of a circle around the origin that holds all; at most a few per cent above the smallest. */
    double radius() {
        return radius;
    }

    private void placeAll() {
        if (radii.length < 2) {
            return;
        }
        x[1] = radii[0] + radii[1];
        if (radii.length < 3) {
            return;
        }
        against(1, 0, 2);
        link(0, 1);
        link(1, 2);
        link(2, 0);
        int rim = 0;
        for (int circle = 3; circle < radii.length; circle++) {
            rim = place(circle, rim);
        }
    }

    /** Places a circle against a rim circle and its successor, or where these leave no room, further along. */
    private int place(int circle, int rim) {
        int a = rim;
        int b = next[a];
        while (true) {
            against(a, b, circle);
            int hit = firstHit(a, b, circle);
            if (hit < 0) {
                link(a, circle);
                link(circle, b);
                return nearestOnRim(circle);
            }
            if (hitIsAfter) {
                b = hit;
            } else {
                a = hit;
            }
            link(a, b);
        }
    }

    private boolean hitIsAfter;

    /** Looks both ways along the rim for the nearest circle that the new one would overlap, or returns -1. */
    private int firstHit(int a, int b, int circle) {
        int after = next[b];
        int before = previous[a];
        double goneAfter = radii[b];
        double goneBefore = radii[a];
        do {
            if (goneAfter <= goneBefore) {
                if (overlap(after, circle)) {
                    hitIsAfter = true;
                    return after;
                }
                goneAfter += radii[after];
                after = next[after];
            } else {
                if (overlap(before, circle)) {
                    hitIsAfter = false;
                    return before;
                }
                goneBefore += radii[before];
                before = previous[before];
            }
        } while (after != next[before]);
        return -1;
    }

    private int nearestOnRim(int start) {
        int best = start;
        double least = score(start);
        for (int circle = next[start]; circle != start; circle = next[circle]) {
            double score = score(circle);
            if (score < least) {
                least = score;
                best = circle;
            }
        }
        return best;
    }

    /** Returns how far from the middle a rim circle and its successor touch, squared. */
    private double score(int circle) {
        int other = next[circle];
        double sum = radii[circle] + radii[other];
        double dx = (x[circle] * radii[other] + x[other] * radii[circle]) / sum;
        double dy = (y[circle] * radii[other] + y[other] * radii[circle]) / sum;
        return dx * dx + dy * dy;
    }

    private boolean overlap(int one, int other) {
        double sum = radii[one] + radii[other] - TOUCHING * (radii[one] + radii[other]);
        double dx = x[one] - x[other];
        double dy = y[one] - y[other];
        return sum * sum > dx * dx + dy * dy;
    }

    /** Places a circle so that it touches two others, on the outer side of the way from a to b. */
    private void against(int a, int b, int circle) {
        double dx = x[b] - x[a];
        double dy = y[b] - y[a];
        double distance = Math.sqrt(dx * dx + dy * dy);
        double toA = radii[a] + radii[circle];
        double toB = radii[b] + radii[circle];
        double along = (toA * toA - toB * toB + distance * distance) / (2 * distance);
        double aside = Math.sqrt(Math.max(0, toA * toA - along * along));
        x[circle] = x[a] + (dx * along + dy * aside) / distance;
        y[circle] = y[a] + (dy * along - dx * aside) / distance;
    }

    private void link(int first, int second) {
        next[first] = second;
        previous[second] = first;
    }

    /** Moves the middle step by step towards the circle that sticks out furthest (Badoiu, Clarkson 2003). */
    private void enclose() {
        double cx = 0;
        double cy = 0;
        double bestX = 0;
        double bestY = 0;
        double best = Double.MAX_VALUE;
        for (int round = 1; round <= ROUNDS_TO_ENCLOSE; round++) {
            int furthest = 0;
            double reach = -1;
            for (int circle = 0; circle < radii.length; circle++) {
                double r = Math.hypot(x[circle] - cx, y[circle] - cy) + radii[circle];
                if (r > reach) {
                    reach = r;
                    furthest = circle;
                }
            }
            if (reach < best) {
                best = reach;
                bestX = cx;
                bestY = cy;
            }
            double dx = x[furthest] - cx;
            double dy = y[furthest] - cy;
            double length = Math.hypot(dx, dy);
            if (length == 0) {
                break;
            }
            double outermost = (length + radii[furthest]) / length;
            cx += dx * outermost / (round + 1);
            cy += dy * outermost / (round + 1);
        }
        radius = best;
        for (int circle = 0; circle < radii.length; circle++) {
            x[circle] -= bestX;
            y[circle] -= bestY;
        }
    }
}
