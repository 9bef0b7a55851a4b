package io.github.memdump.view;

import io.github.memdump.text.Printable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A node of a view: an object, the rest of what hangs on one, or a group of objects. Immutable. */
public final class ViewNode {
    private final int object;
    private final int rest;
    private final boolean run;
    private final @Nullable ViewGroup group;
    private final String name;
    private final String label;
    private final int rgb;
    private final float size;
    private final float x;
    private final float y;

    private ViewNode(int object, int rest, boolean run, @Nullable ViewGroup group, String name, String label, int rgb,
        float size, float x, float y) {
        this.object = object;
        this.rest = rest;
        this.run = run;
        this.group = group;
        this.name = Printable.of(name);
        this.label = Printable.of(label);
        this.rgb = rgb;
        this.size = size;
        this.x = x;
        this.y = y;
    }

    /**
     * Makes the node of an object.
     *
     * @param object the id of the object in the heap
     * @param label  what is written beside it, empty for nothing; what is not printable is escaped
     * @param rgb    its colour as 0xRRGGBB
     * @param size   its diameter in the units of the coordinates
     * @param x      where it stands, to the right
     * @param y      where it stands, upwards
     */
    public ViewNode(int object, String label, int rgb, float size, float x, float y) {
        this(object, 0, false, null, label, label, rgb, size, x, y);
    }

    /** Returns this node with what it is called where that is not always written beside it. */
    public ViewNode named(String called) {
        return new ViewNode(object, rest, run, group, called, label, rgb, size, x, y);
    }

    /** Returns this node as the one that stands for so many objects that hang on the object and are not shown. */
    public ViewNode asRest(int count) {
        return new ViewNode(object, count, false, null, name, label, rgb, size, x, y);
    }

    /** Returns this node as the one that stands for a run of {@code count} objects, which hangs on the object. */
    public ViewNode asRun(int count) {
        return new ViewNode(object, count, true, null, name, label, rgb, size, x, y);
    }

    /** Returns this node as the one that stands for a group, of which the object is one. */
    public ViewNode asGroup(ViewGroup all) {
        return new ViewNode(object, 0, false, all, name, label, rgb, size, x, y);
    }

    /** Returns the group of objects that it stands for, if it does. */
    public Optional<ViewGroup> group() {
        return Optional.ofNullable(group);
    }

    /** Returns how many objects it stands for: 1 for an object. */
    public long objects() {
        return group != null ? group.objects() : Math.max(1, rest);
    }

    /** Returns the id of the object in the heap: of a group one of its objects, of a rest that on which it hangs. */
    public int object() {
        return object;
    }

    /**
     * Returns whether it stands for the middle of a run of objects, each of which leads to the next: a rest, behind
     * which the end of the run is shown.
     */
    public boolean isRun() {
        return run;
    }

    /** Returns whether it stands for objects that are not shown. */
    public boolean isRest() {
        return rest > 0;
    }

    /** Returns how many objects that are not shown it stands for; 0 if it is an object. */
    public int rest() {
        return rest;
    }

    /** Returns what it is called; never empty for an object. */
    public String name() {
        return name;
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
