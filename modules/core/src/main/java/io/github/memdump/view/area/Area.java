package io.github.memdump.view.area;

/**
 * An object of the dominator tree, several that are alike, or the rest of what hangs on one; as large as what it
 * retains. Immutable.
 */
public final class Area {
    /** The parent of what no other area contains. */
    public static final int NO_PARENT = -1;

    /** What an area stands for. */
    public enum Kind {
        /** One object. */
        OBJECT,
        /** Objects of one class that were allocated on one line and are dominated by the same object or objects. */
        ALIKE,
        /** Objects that are too small to be shown by themselves. */
        REST
    }

    private final Kind kind;
    private final int parent;
    private final int object;
    private final long objects;
    private final long retained;
    private final long size;
    private final long newSize;

    Area(Kind kind, int parent, Members members) {
        this.kind = kind;
        this.parent = parent;
        this.object = members.example();
        this.objects = members.count();
        this.retained = members.retained();
        this.size = members.size();
        this.newSize = members.newSize();
    }

    /** Returns what it stands for. */
    public Kind kind() {
        return kind;
    }

    /** Returns the place in the list of the area that contains it, which comes before it; or {@link #NO_PARENT}. */
    public int parent() {
        return parent;
    }

    /** Returns the id of the object, of several the one that retains most. */
    public int object() {
        return object;
    }

    /** Returns how many objects it stands for, without what they retain. */
    public long objects() {
        return objects;
    }

    /** Returns how many objects they retain, themselves included. */
    public long retained() {
        return retained;
    }

    /** Returns how many bytes they retain, their own included. */
    public long size() {
        return size;
    }

    /** Returns how many of these bytes are new since the earlier dump; 0 if there is none. */
    public long newSize() {
        return newSize;
    }
}
