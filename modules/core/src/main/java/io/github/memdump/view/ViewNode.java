package io.github.memdump.view;

/** An object as a view shows it. Immutable. */
public final class ViewNode {
    private final int object;
    private final String label;
    private final int rgb;
    private final float size;
    private final float x;
    private final float y;

    /**
     * Makes a node.
     *
     * @param object the id of the object in the heap
     * @param label  what is written beside it, empty for nothing
     * @param rgb    its colour as 0xRRGGBB
     * @param size   its diameter in the units of the coordinates
     * @param x      where it stands, to the right
     * @param y      where it stands, upwards
     */
    public ViewNode(int object, String label, int rgb, float size, float x, float y) {
        this.object = object;
        this.label = label;
        this.rgb = rgb;
        this.size = size;
        this.x = x;
        this.y = y;
    }

    /** Returns the id of the object in the heap. */
    public int object() {
        return object;
    }

    /** Returns what is written beside it, empty for nothing. */
    public String label() {
        return label;
    }

    /** Returns its colour as 0xRRGGBB. */
    public int rgb() {
        return rgb;
    }

    /** Returns its diameter in the units of the coordinates. */
    public float size() {
        return size;
    }

    /** Returns where it stands, to the right. */
    public float x() {
        return x;
    }

    /** Returns where it stands, upwards. */
    public float y() {
        return y;
    }
}
