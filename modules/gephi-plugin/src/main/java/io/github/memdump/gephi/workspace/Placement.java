package io.github.memdump.gephi.workspace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds room for new circles beside old ones, which stay where they are. Looks along rings around the place that a
 * circle belongs to, first on the side that points away from the rest. Not thread-safe.
 */
final class Placement {
    private static final double GAP = 1.15;
    private static final int RINGS = 60;
    private static final double FIRST_SIDE = Math.PI / 3;
    private static final double WIDER = Math.PI / 12;

    private final Map<Long, List<float[]>> cells = new HashMap<>();
    private final double cell;

    /** Begins an empty plane; circles are about as wide as {@code usual}. */
    Placement(double usual) {
        this.cell = usual > 0 ? usual : 1;
    }

    /** Says that a circle stands somewhere. */
    void occupy(float x, float y, float radius) {
        float[] circle = {x, y, radius};
        for (long column = index(x - radius); column <= index(x + radius); column++) {
            for (long row = index(y - radius); row <= index(y + radius); row++) {
                cells.computeIfAbsent(key(column, row), key -> new ArrayList<>(2)).add(circle);
            }
        }
    }

    /**
     * Finds a place for a circle and occupies it.
     *
     * @param x         where the circle that it belongs to stands, to the right
     * @param y         where that stands, upwards
     * @param reach     the radius of that
     * @param radius    the radius of the new circle
     * @param direction the angle to look at first
     * @return where the new circle stands: to the right, upwards
     */
    float[] near(float x, float y, float reach, float radius, double direction) {
        float[] place = {x, y};
        for (int ring = 0; ring < RINGS; ring++) {
            double distance = (reach + radius) * 1.3 + ring * 2 * radius * GAP;
            double step = 2 * Math.asin(Math.min(1, radius * GAP / distance));
            double side = Math.min(Math.PI, FIRST_SIDE + ring * WIDER);
            for (int i = 0; i * step <= 2 * side; i++) {
                double angle = direction + (i + 1) / 2 * step * (i % 2 == 0 ? 1 : -1);
                place[0] = (float) (x + distance * Math.cos(angle));
                place[1] = (float) (y + distance * Math.sin(angle));
                if (isFree(place[0], place[1], radius)) {
                    occupy(place[0], place[1], radius);
                    return place;
                }
            }
        }
        return place;
    }

    private boolean isFree(float x, float y, float radius) {
        for (long column = index(x - radius); column <= index(x + radius); column++) {
            for (long row = index(y - radius); row <= index(y + radius); row++) {
                for (float[] other : cells.getOrDefault(key(column, row), List.of())) {
                    if (Math.hypot(other[0] - x, other[1] - y) < other[2] + radius) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private long index(double coordinate) {
        return (long) Math.floor(coordinate / cell);
    }

    private static long key(long column, long row) {
        return column << Integer.SIZE ^ row & 0xFFFFFFFFL;
    }
}
