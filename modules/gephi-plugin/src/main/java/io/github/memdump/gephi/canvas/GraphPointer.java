package io.github.memdump.gephi.canvas;

/** Where the mouse is in the plane of the Graph window, and how many units of the plane a pixel shows. Immutable. */
public final class GraphPointer {
    private final double x;
    private final double y;
    private final double perPixel;

    /** Makes that of a place. */
    public GraphPointer(double x, double y, double perPixel) {
        this.x = x;
        this.y = y;
        this.perPixel = perPixel;
    }

    /** Returns how far to the right it is. */
    public double x() {
        return x;
    }

    /** Returns how far up it is. */
    public double y() {
        return y;
    }

    /** Returns how many units of the plane a pixel shows. */
    public double perPixel() {
        return perPixel;
    }
}
