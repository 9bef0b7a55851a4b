package io.github.memdump.gephi.canvas;

/** What the Graph window shows of the plane: its middle, and how much of it is a pixel. Immutable. */
public final class Sight {
    private final double middleX;
    private final double middleY;
    private final double perPixel;
    private final int width;
    private final int height;

    /** Makes what a window of so many pixels shows. */
    public Sight(double middleX, double middleY, double perPixel, int width, int height) {
        this.middleX = middleX;
        this.middleY = middleY;
        this.perPixel = perPixel;
        this.width = width;
        this.height = height;
    }

    /** Returns where the middle is, to the right. */
    public double middleX() {
        return middleX;
    }

    /** Returns where the middle is, upwards. */
    public double middleY() {
        return middleY;
    }

    /** Returns how many units of the plane a pixel shows. */
    public double perPixel() {
        return perPixel;
    }

    /** Returns how many units can be seen beside each other. */
    public double width() {
        return width * perPixel;
    }

    /** Returns how many units can be seen above each other. */
    public double height() {
        return height * perPixel;
    }

    /** Returns whether a window shows the very same, so that nothing has moved it. */
    public boolean isSame(Sight other) {
        return other != null && middleX == other.middleX && middleY == other.middleY && perPixel == other.perPixel
            && width == other.width && height == other.height;
    }
}
