package io.github.memdump.view;

import java.util.Collections;
import java.util.ArrayList;
import java.util.List;

/** A disc of a view: all that hangs on one object of the trunk. Immutable. */
public final class ViewFan {
    /** What {@link #hub} returns for the disc of what hangs on nothing shown. */
    public static final int NO_HUB = -1;

    private final int hub;
    private final float x;
    private final float y;
    private final float radius;
    private final List<Group> groups;

    public ViewFan(int hub, float x, float y, float radius, List<Group> groups) {
        this.hub = hub;
        this.x = x;
        this.y = y;
        this.radius = radius;
        this.groups = Collections.unmodifiableList(new ArrayList<>(groups));
    }

    /** Returns the index in {@link View#nodes} of what holds the disc, or {@link #NO_HUB}. */
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

    /** Returns the radius of the disc in the units of the coordinates; 0 if nothing hangs there. */
    public float radius() {
        return radius;
    }

    /** Returns what the hub holds, by name, the largest group first; what is held further in is not counted. */
    public List<Group> groups() {
        return groups;
    }

    /** Objects of one name that a hub holds. Immutable. */
    public static final class Group {
        private final String name;
        private final int rgb;
        private final int held;
        private final int shown;
        private final int newWithin;
        private final long mostKept;

        public Group(String name, int rgb, int held, int shown, int newWithin, long mostKept) {
            this.name = name;
            this.rgb = rgb;
            this.held = held;
            this.shown = shown;
            this.newWithin = newWithin;
            this.mostKept = mostKept;
        }

        /** Returns what the objects are called. */
        public String name() {
            return name;
        }

        /** Returns their colour as 0xRRGGBB. */
        public int rgb() {
            return rgb;
        }

        /** Returns how many of them the hub holds in the heap; never below {@link #shown}. */
        public int held() {
            return held;
        }

        /** Returns how many of them hang on the hub in the view. */
        public int shown() {
            return shown;
        }

        /** Returns how many new objects hang on them in the view, themselves included. */
        public int newWithin() {
            return newWithin;
        }

        /** Returns the largest keepalive_new_count among those shown, 0 if none has one. */
        public long mostKept() {
            return mostKept;
        }
    }
}
