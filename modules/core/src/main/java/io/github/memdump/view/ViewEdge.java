package io.github.memdump.view;

/** An edge of a view. Immutable. */
public final class ViewEdge {
    private final int source;
    private final int target;
    private final EdgeKind kind;
    private final int weight;

    /** Makes an edge between two objects, given by their ids in the heap, that stands for so many references. */
    public ViewEdge(int source, int target, EdgeKind kind, int weight) {
        this.source = source;
        this.target = target;
        this.kind = kind;
        this.weight = weight;
    }

    /** Returns the id of the object it comes from. */
    public int source() {
        return source;
    }

    /** Returns the id of the object it goes to. */
    public int target() {
        return target;
    }

    /** Returns what it stands for. */
    public EdgeKind kind() {
        return kind;
    }

    /** Returns how many references it stands for. */
    public int weight() {
        return weight;
    }
}
