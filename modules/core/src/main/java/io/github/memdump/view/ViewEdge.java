package io.github.memdump.view;

/** An edge of a view. Immutable. */
public final class ViewEdge {
    private final int source;
    private final int target;
    private final EdgeKind kind;
    private final int weight;

    /** Makes an edge between two nodes, given by their index in {@link View#nodes}, for so many references. */
    public ViewEdge(int source, int target, EdgeKind kind, int weight) {
        this.source = source;
        this.target = target;
        this.kind = kind;
        this.weight = weight;
    }

    /** Returns the index in {@link View#nodes} of the node it comes from. */
    public int source() {
        return source;
    }

    /** Returns the index in {@link View#nodes} of the node it goes to. */
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
